/* Makes a thread end without dropping anything: preloaded. At SIGURG the thread whose number is in the file LEAVE leaves the
   process by the kernel's own call. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

static void leave(int signal) {
    char text[16] = {0};
    int file = open(getenv("LEAVE"), O_RDONLY);
    if (file < 0) return;
    long length = read(file, text, sizeof text - 1);
    close(file);
    long thread = length > 0 ? atol(text) : 0;
    if (thread == syscall(SYS_gettid)) syscall(SYS_exit, 0);
    if (thread > 0) syscall(SYS_tgkill, getpid(), thread, signal);
}

__attribute__((constructor)) static void prepare(void) {
    struct sigaction action = {.sa_handler = leave, .sa_flags = SA_RESTART};
    sigaction(SIGURG, &action, NULL);
}
