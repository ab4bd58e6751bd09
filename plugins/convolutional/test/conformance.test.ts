import { describePlugin } from "@neurofront/plugin-kit/conformance";
import plugin from "../src/index.ts";

describePlugin(plugin);
