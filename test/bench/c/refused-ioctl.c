/*
 * refused-ioctl CALLS
 *
 * Prints the nanoseconds that one ioctl takes which the kernel refuses at once: what is left is the way there and back.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <time.h>

static double now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e9 + now.tv_nsec;
}

int main(int argc, char **argv)
{
	long calls = argc > 1 ? atol(argv[1]) : 0;
	int fd = open("/dev/null", O_RDWR | O_CLOEXEC);
	unsigned char argument[16] = { 0 };

	if (fd < 0 || calls < 1)
		return 1;
	double start = now_ns();
	for (long call = 0; call < calls; call++)
		if (ioctl(fd, 0x3b77, argument) != -1 || errno != ENOTTY)
			return 1;
	printf("%.3f\n", (now_ns() - start) / calls);
	return 0;
}
