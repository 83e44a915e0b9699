/* Records what a process writes in one folder and all folders below it, so that a test can leave the disk as a power cut
 * would.
 *
 * Preloaded into the program. Each operation becomes one record in the file $RECORD_TO, in the order in which they end:
 * a line of the kind, the path, two numbers, and for a write the bytes. Paths below $RECORD_BELOW only. What is mapped
 * into memory (the index of the log), or goes to the kernel without the C library, is not seen. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/syscall.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static int out(void) {
    static int fd = -2;
    if (fd == -2) {
        const char *to = getenv("RECORD_TO");
        fd = to ? syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
    }
    return fd;
}

static int is_below(const char *path) {
    const char *below = getenv("RECORD_BELOW");
    return below && path && !strncmp(path, below, strlen(below)) && !strstr(path, "-shm");
}

static int path_of(int fd, char *path, size_t size) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, size - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

static void record(const char *kind, const char *path, const char *other, long long at, const void *bytes, size_t size) {
    int to = out();
    if (to < 0) return;
    int before = errno;
    char head[9000];
    int length = snprintf(head, sizeof head, "%s\t%s\t%s\t%lld\t%zu\n", kind, path, other ? other : "", at, size);
    char *whole = malloc(length + size);
    if (whole) {
        memcpy(whole, head, length);
        if (size) memcpy(whole + length, bytes, size);
        pthread_mutex_lock(&lock);
        ssize_t written = syscall(SYS_write, to, whole, length + size);
        (void)written;
        pthread_mutex_unlock(&lock);
        free(whole);
    }
    errno = before;
}

#define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t at) {
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    ssize_t done = real(fd, bytes, size, at);
    char path[4096];
    if (done > 0 && path_of(fd, path, sizeof path)) record("write", path, NULL, at, bytes, done);
    return done;
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at) { return pwrite64(fd, bytes, size, at); }

ssize_t write(int fd, const void *bytes, size_t size) {
    REAL(ssize_t, "write", int, const void *, size_t);
    ssize_t done = real(fd, bytes, size);
    char path[4096];
    int before = errno;
    if (done > 0 && path_of(fd, path, sizeof path)) {
        off64_t end = lseek64(fd, 0, SEEK_CUR);
        record("write", path, NULL, end - done, bytes, done);
    }
    errno = before;
    return done;
}

int ftruncate64(int fd, off64_t size) {
    REAL(int, "ftruncate64", int, off64_t);
    int done = real(fd, size);
    char path[4096];
    if (!done && path_of(fd, path, sizeof path)) record("cut", path, NULL, size, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }

static int synced(int fd, int done) {
    char path[4096];
    if (!done && path_of(fd, path, sizeof path)) record("sync", path, NULL, 0, NULL, 0);
    return done;
}

int fsync(int fd) {
    REAL(int, "fsync", int);
    return synced(fd, real(fd));
}

int fdatasync(int fd) {
    REAL(int, "fdatasync", int);
    return synced(fd, real(fd));
}

static int removed(const char *path, int done) {
    if (!done && is_below(path)) record("remove", path, NULL, 0, NULL, 0);
    return done;
}

int unlink(const char *path) {
    REAL(int, "unlink", const char *);
    return removed(path, real(path));
}

int rmdir(const char *path) {
    REAL(int, "rmdir", const char *);
    return removed(path, real(path));
}

int unlinkat(int folder, const char *name, int flags) {
    REAL(int, "unlinkat", int, const char *, int);
    char path[4096];
    if (name[0] == '/' || folder == AT_FDCWD) return removed(name, real(folder, name, flags));
    if (!path_of(folder, path, sizeof path)) return real(folder, name, flags);
    size_t length = strlen(path);
    snprintf(path + length, sizeof path - length, "/%s", name);
    return removed(path, real(folder, name, flags));
}

int mkdir(const char *path, mode_t mode) {
    REAL(int, "mkdir", const char *, mode_t);
    int done = real(path, mode);
    if (!done && is_below(path)) record("folder", path, NULL, 0, NULL, 0);
    return done;
}

int rename(const char *from, const char *to) {
    REAL(int, "rename", const char *, const char *);
    int done = real(from, to);
    if (!done && is_below(from)) record("rename", from, to, 0, NULL, 0);
    return done;
}

static int opened(int fd, const char *path, int flags, int was_there) {
    if (fd < 0 || !is_below(path)) return fd;
    if ((flags & O_CREAT) && !was_there) record("file", path, NULL, 0, NULL, 0);
    else if (flags & O_TRUNC) record("cut", path, NULL, 0, NULL, 0);
    return fd;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        REAL(int, #name, const char *, int, ...); \
        mode_t mode = 0; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        int was_there = !(flags & O_CREAT) || !syscall(SYS_faccessat, AT_FDCWD, path, F_OK); \
        return opened(real(path, flags, mode), path, flags, was_there); \
    }
OPEN(open)
OPEN(open64)
