"""Processor time of a piece of work."""

import time


def processor_s(work, least_s=0.5):
    """Processor time of one call, the least of several."""
    work()
    best = float("inf")
    spent = 0.0
    while spent < least_s:
        start = time.process_time()
        work()
        used = time.process_time() - start
        best = min(best, used)
        spent += max(used, 1e-6)
    return best
