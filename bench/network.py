"""The work of network.ts in numpy: reads a trained layer and its patterns as JSON, writes seconds of processor time."""

import json
import math
import sys

import numpy

from processor_time import processor_s

given = json.load(sys.stdin)


outputs = given["outputCount"]
weights = numpy.asarray(given["weights"]).reshape(-1, outputs)
inputs = weights.shape[0]
patterns = numpy.asarray(given["patterns"]).reshape(-1, inputs)
wanted = numpy.asarray(given["labels"])[:, None] == numpy.arange(outputs)
least = given["leastConductance"]
plus = least + (1 - least) * numpy.maximum(weights, 0)
minus = least + (1 - least) * numpy.maximum(-weights, 0)
offset = given["offset"] * (plus + minus).sum(axis=0)
generator = numpy.random.default_rng(1)


def chips():
    """Exact one-hot accuracy of every chip: a sign neuron errs where its net current has the wrong sign."""
    accuracy = numpy.empty(given["chips"])
    for chip in range(given["chips"]):
        net = plus * numpy.maximum(0, 1 + given["spread"] * generator.standard_normal(plus.shape))
        net -= minus * numpy.maximum(0, 1 + given["spread"] * generator.standard_normal(minus.shape))
        current = patterns @ net + offset * generator.standard_normal(outputs)
        accuracy[chip] = numpy.mean(numpy.all((current > 0) == wanted, axis=1))
    return accuracy


erf = numpy.vectorize(math.erf)


def analytic():
    mean = patterns @ (plus - minus)
    variance = (patterns**2) @ (given["spread"] ** 2 * (plus**2 + minus**2)) + offset**2
    right = 0.5 * (1 + erf(numpy.where(wanted, mean, -mean) / numpy.sqrt(2 * variance)))
    return numpy.mean(numpy.prod(right, axis=1))


json.dump(
    {
        "chips_s": processor_s(chips),
        "analytic_s": processor_s(analytic),
        "accuracy": float(chips().mean()),
    },
    sys.stdout,
)
