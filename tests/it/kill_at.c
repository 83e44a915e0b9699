/* Ends the process without warning at the n-th change of the disk: KILL_AT=n, preloaded. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/types.h>
#include <unistd.h>

static void change(void) {
    static long left = -1;
    if (left < 0) {
        const char *at = getenv("KILL_AT");
        left = at ? atol(at) : 0;
    }
    if (left > 0 && __sync_sub_and_fetch(&left, 1) == 0) kill(getpid(), SIGKILL);
}

#define BEFORE(type, name, parameters, arguments)                     \
    type name parameters {                                            \
        static type (*real) parameters;                               \
        if (!real) real = (type(*) parameters)dlsym(RTLD_NEXT, #name); \
        change();                                                     \
        return real arguments;                                        \
    }

BEFORE(int, rename, (const char *from, const char *to), (from, to))
BEFORE(int, unlink, (const char *path), (path))
BEFORE(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
BEFORE(int, rmdir, (const char *path), (path))
BEFORE(int, mkdir, (const char *path, mode_t mode), (path, mode))
BEFORE(int, fsync, (int file), (file))
BEFORE(int, fdatasync, (int file), (file))
BEFORE(int, ftruncate64, (int file, off_t length), (file, length))
BEFORE(ssize_t, pwrite64, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at))
