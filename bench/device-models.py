"""The work of device-models.ts in numpy and scipy: reads the constants of one wall as JSON, writes seconds of processor time."""

import json
import sys

import numpy
from scipy.integrate import solve_ivp

from processor_time import processor_s

given = json.load(sys.stdin)


# The q-phi equations, all fields as rates in 1/s, and their integration to the end of the strip.
delta, alpha = given["wallParameter_m"], given["damping"]
drift, push, dmi, shape, hall = (given[name] for name in ("drift", "push", "dmi", "shape", "spinHall"))
length = given["length_m"]


def rate(_time, state):
    angle = state[1]
    a = drift + dmi * numpy.sin(angle) - 0.5 * shape * numpy.sin(2 * angle)
    b = push + hall * numpy.cos(angle)
    return [delta * (a + alpha * b) / (1 + alpha**2), (b - alpha * a) / (1 + alpha**2)]


def arrived(_time, state):
    return state[0] - length


arrived.terminal = True


def crossing():
    # The position is of the order of 1e-8 m, the angle of 0.1 rad.
    found = solve_ivp(rate, (0, 1e-6), [0.0, 0.0], events=arrived, rtol=1e-8, atol=[1e-17, 1e-9], first_step=1e-12)
    return found.t_events[0][0]


# Heun's method for many walls at once.
walls, steps, step = given["walls"], given["steps"], given["step_s"]
noise = given["noise"]
generator = numpy.random.default_rng(1)


def rates(angle, field_a, field_b):
    sine, cosine = numpy.sin(angle), numpy.cos(angle)
    a = drift + sine * (dmi - shape * cosine) + field_a
    b = push + hall * cosine + field_b
    return delta * (a + alpha * b) / (1 + alpha**2), (b - alpha * a) / (1 + alpha**2)


def langevin():
    position, angle = numpy.zeros(walls), numpy.zeros(walls)
    for _ in range(steps):
        field_a = noise * generator.standard_normal(walls)
        field_b = noise * generator.standard_normal(walls)
        q1, p1 = rates(angle, field_a, field_b)
        q2, p2 = rates(angle + step * p1, field_a, field_b)
        position += 0.5 * step * (q1 + q2)
        angle += 0.5 * step * (p1 + p2)
    return position


# Closed form of many designs at once: demagnetising factors twice, wall, steady motion, and Newton's method for the crossing.
designs = {name: numpy.asarray(values) for name, values in given["designs"].items()}


def factor(a, b, c):
    """Aharoni's factor along c of a prism with semi-axes a, b, c."""
    r = numpy.sqrt(a * a + b * b + c * c)
    ab, bc, ac = numpy.hypot(a, b), numpy.hypot(b, c), numpy.hypot(a, c)
    log = numpy.log
    return (
        (b * b - c * c) / (2 * b * c) * log((r - a) / (r + a))
        + (a * a - c * c) / (2 * a * c) * log((r - b) / (r + b))
        + b / (2 * c) * log((ab + a) / (ab - a))
        + a / (2 * c) * log((ab + b) / (ab - b))
        + c / (2 * a) * log((bc - b) / (bc + b))
        + c / (2 * b) * log((ac - a) / (ac + a))
        + 2 * numpy.arctan2(a * b, c * r)
        + (a**3 + b**3 - 2 * c**3) / (3 * a * b * c)
        + (a * a + b * b - 2 * c * c) / (3 * a * b * c) * r
        + c / (a * b) * (ac + bc)
        - (ab**3 + bc**3 + ac**3) / (3 * a * b * c)
    ) / numpy.pi


def closed_form():
    g0, mu0, bohr, charge, hbar = 2.21276e5, 4e-7 * numpy.pi, 9.2740101e-24, 1.602176634e-19, 1.054571817e-34
    ms, stiffness, uniaxial, damping, beta, polarisation, theta = 6e5, 1e-11, 5.9e5, 0.07, 0.32, 0.6, 0.2
    w, t, span, current = (designs[name] for name in ("width_m", "thickness_m", "length_m", "switchingCurrent_A"))
    long = 5e-7 * numpy.ones_like(w)
    anisotropy = uniaxial - 0.5 * mu0 * ms**2 * (factor(long, w / 2, t / 2) - factor(long, t / 2, w / 2))
    wall = numpy.sqrt(stiffness / anisotropy)
    x, y, z = numpy.pi * wall / 2, w / 2, t / 2
    bloch = ms * (factor(y, z, x) - factor(x, z, y))
    chiral = 2.4e-12 / t / (mu0 * ms * wall)
    density = current / (w * t)
    u = polarisation * bohr * density / (charge * ms)
    torque = numpy.pi / 2 * g0 * wall * hbar * theta * density / (2 * mu0 * charge * ms * t)
    hold = numpy.pi / 2 * g0 * wall * chiral
    size = numpy.hypot(torque, damping * hold)
    angle = numpy.arccos((damping - beta) * u / size) - numpy.arctan2(damping * hold, torque)
    speed = u + hold * numpy.sin(angle)
    first = ((1 + damping * beta) * u + damping * torque) / (1 + damping**2)
    tau = (1 + damping**2) * wall / numpy.hypot(torque, damping * (hold - g0 * wall * bloch))
    when = span / speed + tau
    for _ in range(6):
        left = numpy.exp(-when / tau)
        when -= (speed * when - (speed - first) * tau * (1 - left) - span) / (speed - (speed - first) * left)
    return when


json.dump(
    {
        "crossing_s": processor_s(crossing),
        "crossingFound_s": crossing(),
        "langevin_s": processor_s(langevin, 1e-9),
        "closedForm_s": processor_s(closed_form) / len(designs["width_m"]),
        "closedFormFound_s": closed_form().tolist()[:5],
    },
    sys.stdout,
)
