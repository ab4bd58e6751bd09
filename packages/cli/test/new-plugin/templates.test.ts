// The tests that each stamp brings, on the templates themselves: a stamp differs from its template in names only.
import "../../templates/interconnect/test/conformance.test.ts";
import "../../templates/neuron/test/conformance.test.ts";
import "../../templates/optimizer/test/conformance.test.ts";
import "../../templates/synapse/test/conformance.test.ts";
import "../../templates/workload/test/conformance.test.ts";
