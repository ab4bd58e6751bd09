#!/usr/bin/env bash
# A study on a Slurm cluster, one task for each part of its searches; then the parts are merged and reported.
#
#   PARTS=8 bash docs/slurm-array.sh my-study.json out/my-study
#
# A study has one search for each technology and accounting ("neurofront validate" counts them); PARTS may be at most that. A task that is
# requeued goes on where it was stopped (tried with Slurm 22.05). Set what your cluster asks for (partition, account, time) in SBATCH_* variables.
set -euo pipefail

study=$(realpath "$1")
out=$(realpath -m "$2")
parts=${PARTS:?set PARTS to the number of tasks}
mkdir -p "$out"

array=$(sbatch --parsable --requeue --array="1-$parts" --cpus-per-task="${CPUS:-4}" --output="$out/part-%a.log" \
  --wrap="neurofront shard '$study' --part \$SLURM_ARRAY_TASK_ID/$parts --out '$out' --threads \$SLURM_CPUS_PER_TASK")

sbatch --dependency="afterok:$array" --output="$out/merge.log" \
  --wrap="neurofront merge '$out'/part-*/archive.sqlite --out '$out' && neurofront report '$out/archive.sqlite'"
