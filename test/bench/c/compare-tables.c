/*
 * compare-tables PASIDS
 *
 * Two copies of a full PASID table, 64 bytes an entry, are compared page by page, as a global invalidation that finds
 * nothing changed must. Prints the milliseconds of one comparison.
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { ENTRY = 64, PAGE = 4096 };

static double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static size_t changed_pages(const unsigned char *guest, const unsigned char *known, size_t bytes)
{
	size_t changed = 0;

	for (size_t at = 0; at < bytes; at += PAGE)
		changed += memcmp(guest + at, known + at, PAGE) != 0;
	return changed;
}

int main(int argc, char **argv)
{
	size_t bytes = (argc > 1 ? strtoul(argv[1], NULL, 10) : 0) * ENTRY;
	unsigned char *guest = malloc(bytes), *known = malloc(bytes);

	if (bytes < PAGE || !guest || !known)
		return 1;
	for (size_t at = 0; at < bytes; at++)
		guest[at] = at * 31 >> 3;
	memcpy(known, guest, bytes);
	/* The first time is the caches'. */
	if (changed_pages(guest, known, bytes))
		return 1;
	double start = now_ms();
	size_t changed = changed_pages(guest, known, bytes);
	printf("%.4f\n", now_ms() - start);
	return changed != 0;
}
