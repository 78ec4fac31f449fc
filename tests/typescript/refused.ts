// The control: messages with one fault each. A compiler that lets one of them pass says nothing about the others.
import type { Message } from "./native.js";

const rest = { text: "x", unfurl_links: false, unfurl_media: false };

export const misspelt: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "data_table", captoin: "c", rows: [[{ type: "raw_text", text: "a" }]] }],
};

export const wrongText: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "header", text: { type: "mrkdwn", text: "a" } }],
};

export const wrongCell: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "data_table", caption: "c", rows: [[{ type: "raw_number", value: "12", text: "12" }]] }],
};

export const buttonOutside: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "button", action_id: "a", text: { type: "plain_text", text: "a" } }],
};

export const chartWithoutAxis: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "data_visualization", title: "t", chart: { type: "line", series: [] } }],
};

const placeholder = { type: "plain_text", text: "a" } as const;
const option = { text: { type: "plain_text", text: "a" }, value: "v" } as const;

export const misspeltMenu: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "actions", elements: [{ type: "static_select", action_id: "a", placeholder, optoins: [option] }] }],
};

export const optionWithoutText: Message = {
  ...rest,
  // @ts-expect-error
  blocks: [{ type: "actions", elements: [{ type: "static_select", action_id: "a", placeholder, options: [{ value: "v" }] }] }],
};
