import { API_VERSION } from "@neurofront/core";
import { definePlugin } from "@neurofront/plugin-kit";
import { digits } from "./model.ts";

export default definePlugin({
  id: "digits",
  version: "0.1.0",
  apiVersion: API_VERSION,
  title: "Handwritten digits on a grid of zones",
  references: [
    {
      key: "lecun1998",
      type: "article",
      author: "LeCun, Yann and Bottou, Leon and Bengio, Yoshua and Haffner, Patrick",
      title: "Gradient-based learning applied to document recognition",
      journal: "Proceedings of the IEEE",
      volume: "86",
      pages: "2278--2324",
      year: 1998,
      note: "the MNIST images",
    },
    {
      key: "hubara2016",
      type: "inproceedings",
      author: "Hubara, Itay and Courbariaux, Matthieu and Soudry, Daniel and El-Yaniv, Ran and Bengio, Yoshua",
      title: "Binarized neural networks",
      journal: "Advances in Neural Information Processing Systems",
      volume: "29",
      year: 2016,
      note: "the straight-through gradient",
    },
  ],
  models: [digits],
});
