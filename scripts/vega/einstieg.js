// What the explored charts need of Vega: its view, its parser, an interpreter instead of `eval`, and few transforms.
import { transforms } from "vega-dataflow";
import { axisticks, datajoin, encode, legendentries, scale, sortitems } from "vega-encode";
import { expressionInterpreter } from "vega-interpreter";
import { parse } from "vega-parser";
import {
  aggregate,
  collect,
  extent,
  facet,
  field,
  filter,
  formula,
  key,
  multiextent,
  multivalues,
  params,
  prefacet,
  project,
  proxy,
  relay,
  sequence,
  sieve,
  subflow,
  tupleindex,
  values,
} from "vega-transforms";
import { View } from "vega-view";
import { bound, identifier, mark, overlap, render, viewlayout } from "vega-view-transforms";

Object.assign(transforms, { axisticks, datajoin, encode, legendentries, scale, sortitems });
Object.assign(transforms, { aggregate, collect, extent, facet, field, filter, formula, key, multiextent, multivalues });
Object.assign(transforms, { params, prefacet, project, proxy, relay, sequence, sieve, subflow, tupleindex, values });
Object.assign(transforms, { bound, identifier, mark, overlap, render, viewlayout });

export { expressionInterpreter, parse, View };
