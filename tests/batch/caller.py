"""A program with a pool, to be killed: tells the pids of all its processes, then works on."""

import os
import sys
from pathlib import Path

import jobs

from brochure.batch.pool import Pool
from brochure.batch.zygote import warm_up

if __name__ == "__main__":
    warm = jobs.loads_slowly if "slow" in sys.argv else jobs.nothing
    if "warm" in sys.argv:  # as in a child of the service
        warm_up(warm)
    try:
        with Pool(2, warm) as pool:
            print(os.getpid(), flush=True)
            if "slow" not in sys.argv:
                parent = pool.submit(jobs.parent, 0).result()
                busy = [pool.submit(jobs.sleep, float(sys.argv[1])) for _ in range(2)]
                workers: list[str] = []
                while len(workers) < 2:
                    workers = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
                print(parent, *workers, flush=True)
                busy[0].result()
            list(pool.run(jobs.sleep, [60.0] * 9))
    except KeyboardInterrupt:
        sys.exit(130)
