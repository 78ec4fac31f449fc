// What @slack/types 3.2.0 does not know: the chart block, written from
// docs.slack.dev/reference/block-kit/blocks/data-visualization-block, and the options that beat a type for.
import type { Block, HomeView, KnownBlock, ModalView } from "@slack/types";

// @ts-expect-error When this line is no longer wrong, the package has a type of its own: use that one below.
import type { DataVisualizationBlock } from "@slack/types";

interface Series {
  name: string;
  data: { label: string; value: number }[];
}

export interface ChartBlock extends Block {
  type: "data_visualization";
  title: string;
  chart: {
    type: "line" | "bar" | "area";
    series: Series[];
    axis_config: { categories: string[]; x_label?: string; y_label?: string };
  };
}

export interface Message {
  text: string;
  blocks: (KnownBlock | ChartBlock)[];
  unfurl_links: boolean;
  unfurl_media: boolean;
}

export type Modal = ModalView;
export type Home = HomeView;
