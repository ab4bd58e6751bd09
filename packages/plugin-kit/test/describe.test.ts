import { describePlugin } from "../src/conformance/describe.ts";
import { soundPlugin } from "./sound-models/plugin.ts";

describePlugin(soundPlugin);
