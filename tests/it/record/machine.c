/* A machine whose clocks and boot id a test has in its hands, preloaded into the program.
 *
 * The file $MACHINE holds two numbers of eight bytes: how far the wall clock and the boot clock are ahead of the true ones,
 * in milliseconds. $MACHINE.boot holds the boot id. The thread of backups looks more often than it would. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

#define FASTER 25

static const volatile int64_t *hands(void) {
    static const volatile int64_t *mapped;
    const char *file = getenv("MACHINE");
    if (!mapped && file) {
        int fd = syscall(SYS_openat, AT_FDCWD, file, O_RDONLY | O_CLOEXEC, 0);
        void *at = mmap(NULL, 16, PROT_READ, MAP_SHARED, fd, 0);
        if (at != MAP_FAILED) mapped = at;
        close(fd);
    }
    return mapped;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int done = syscall(SYS_clock_gettime, clock, time);
    const volatile int64_t *ahead = hands();
    if (!done && ahead && (clock == CLOCK_REALTIME || clock == CLOCK_BOOTTIME)) {
        int64_t milliseconds = time->tv_sec * 1000 + time->tv_nsec / 1000000 + ahead[clock == CLOCK_BOOTTIME];
        time->tv_sec = milliseconds / 1000;
        time->tv_nsec = milliseconds % 1000 * 1000000 + time->tv_nsec % 1000000;
    }
    return done;
}

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *until, struct timespec *left) {
    int (*real)(clockid_t, int, const struct timespec *, struct timespec *) = dlsym(RTLD_NEXT, "clock_nanosleep");
    char name[16] = "";
    prctl(PR_GET_NAME, name);
    if (!hands() || strcmp(name, "backups")) return real(clock, flags, until, left);
    struct timespec now = {0, 0};
    if (flags & TIMER_ABSTIME) syscall(SYS_clock_gettime, clock, &now);
    int64_t nanoseconds = (until->tv_sec - now.tv_sec) * 1000000000LL + until->tv_nsec - now.tv_nsec;
    if (nanoseconds < 0) nanoseconds = 0;
    nanoseconds /= FASTER;
    struct timespec shorter = {nanoseconds / 1000000000, nanoseconds % 1000000000};
    return real(clock, 0, &shorter, NULL);
}

static const char *path_of(const char *path, char *other, size_t size) {
    const char *file = getenv("MACHINE");
    if (!file || strcmp(path, "/proc/sys/kernel/random/boot_id")) return path;
    snprintf(other, size, "%s.boot", file);
    return other;
}

#define OPEN(name) \
    int name(const char *path, int flags, ...) { \
        int (*real)(const char *, int, ...) = (int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name); \
        mode_t mode = 0; \
        char other[4096]; \
        if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
        return real(path_of(path, other, sizeof other), flags, mode); \
    }
OPEN(open)
OPEN(open64)
