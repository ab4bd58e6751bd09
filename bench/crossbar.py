"""The work of crossbar.ts by scipy's sparse LU: reads one array as JSON, writes seconds of processor time and neuron currents."""

import json
import sys
import time

import numpy
from scipy.sparse import coo_matrix
from scipy.sparse.linalg import splu

given = json.load(sys.stdin)
rows, columns = given["rows"], given["columns"]
cells = rows * columns
cell = numpy.arange(cells).reshape(rows, columns)
conductance = numpy.array(given["conductance_S"])
wire = 1 / given["wire_ohm"]
# Drivers and neurons stand in series with the first and the last wire.
feed = 1 / (given["driver_ohm"] + given["wire_ohm"])
end = 1 / (given["neuron_ohm"] + given["wire_ohm"])

parts = []


def connect(one, other, value):
    value = numpy.broadcast_to(value, one.shape).ravel()
    one, other = one.ravel(), other.ravel()
    parts.extend([(one, one, value), (other, other, value), (one, other, -value), (other, one, -value)])


def ground(node, value):
    parts.append((node, node, numpy.full(node.shape, value)))


connect(cell, cells + cell, conductance.reshape(rows, columns))
connect(cell[:, :-1], cell[:, 1:], wire)
connect(cells + cell[:-1], cells + cell[1:], wire)
ground(cell[:, 0], feed)
ground(cells + cell[-1], end)
one, other, value = (numpy.concatenate(column) for column in zip(*parts))
matrix = coo_matrix((value, (one, other)), shape=(2 * cells, 2 * cells)).tocsc()


def excitation(source):
    right = numpy.zeros(2 * cells)
    right[cell[:, 0]] = feed * source
    return right


def factored():
    return splu(matrix, permc_spec="MMD_AT_PLUS_A", options={"SymmetricMode": True}, diag_pivot_thresh=0.0)


source = numpy.array(given["source_V"])
start = time.process_time()
factors = factored()
factor_s = time.process_time() - start
best = float("inf")
for _ in range(3 if rows > 200 else 10):
    start = time.process_time()
    voltage = factored().solve(excitation(source))
    best = min(best, time.process_time() - start)
found = {"onePattern_s": best, "current_A": (end * voltage[cells + cell[-1]]).tolist()}
if rows <= 128:
    # By reciprocity an ampere into each neuron gives the transfer from every row. A minute for 512 columns, and no news.
    start = time.process_time()
    for j in range(columns):
        right = numpy.zeros(2 * cells)
        right[cells + cell[-1, j]] = end
        factors.solve(right)
    found["allInputs_s"] = factor_s + time.process_time() - start
json.dump(found, sys.stdout)
