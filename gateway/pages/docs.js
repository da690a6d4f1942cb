// Renders /openapi.json and lets a signed-in visitor try an operation. Builds elements, never markup from text.
"use strict";

const state = document.getElementById("state");
const list = document.getElementById("operations");

function element(name, text, attributes = {}) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function typeOf(schema) {
  if (schema.$ref) return schema.$ref.split("/").pop();
  if (schema.type === "array") return `[${typeOf(schema.items)}]`;
  return schema.enum ? schema.enum.join(" | ") : [schema.type, schema.format, schema.pattern].filter(Boolean).join(" ");
}

function table(rows) {
  const made = element("table");
  for (const [name, type, about] of rows) {
    const row = made.appendChild(element("tr"));
    const head = row.appendChild(element("th", "", { scope: "row" }));
    head.append(element("code", name));
    row.append(element("td", type), element("td", about ?? ""));
  }
  return made;
}

function properties(schema, document) {
  const target = schema.$ref ? document.components.schemas[schema.$ref.split("/").pop()] : schema;
  return Object.entries(target.properties ?? {}).map(([name, property]) => [name, typeOf(property), property.description]);
}

function tryOut(path, method, operation) {
  const form = element("form", "", { class: "try" });
  const fields = new Map();
  for (const parameter of operation.parameters) {
    const id = `${operation.operationId}-${parameter.name}`;
    form.append(element("label", parameter.name, { for: id }));
    fields.set(parameter, form.appendChild(element("input", "", { id })));
  }
  let body;
  if (operation.requestBody) {
    const id = `${operation.operationId}-body`;
    form.append(element("label", "JSON", { for: id }));
    body = form.appendChild(element("textarea", "{}", { id, rows: "6", spellcheck: "false" }));
  }
  form.append(element("button", "发送 Send", { type: "submit" }));
  const answer = form.appendChild(element("pre", "", { role: "status", hidden: "" }));
  form.addEventListener("submit", async event => {
    event.preventDefault();
    let target = path;
    const query = new URLSearchParams();
    for (const [parameter, input] of fields) {
      if (parameter.in === "path") target = target.replace(`{${parameter.name}}`, encodeURIComponent(input.value));
      else if (input.value) query.append(parameter.name, input.value);
    }
    answer.hidden = false;
    answer.textContent = "…";
    try {
      const response = await fetch(query.size ? `${target}?${query}` : target, {
        method: method.toUpperCase(), headers: body ? { "content-type": "application/json" } : {}, body: body?.value,
      });
      const text = await response.text();
      answer.textContent = `${response.status}\n${text.startsWith("{") && !text.includes("}\n{") ? JSON.stringify(JSON.parse(text), null, 2) : text}`;
    } catch (error) {
      answer.textContent = String(error);
    }
  });
  return form;
}

function render(path, method, operation, document) {
  const details = element("details");
  const summary = details.appendChild(element("summary"));
  summary.append(element("span", method.toUpperCase(), { class: "method" }), element("code", path));
  details.append(element("p", operation.summary));
  const access = operation["x-access"];
  details.append(element("p", [access.permission, access.roles.join(", ")].filter(Boolean).join(" — ")));
  if (operation.parameters.length) details.append(table(operation.parameters.map(p => [p.name, `${p.in}: ${typeOf(p.schema)}`, p.description])));
  if (operation.requestBody) details.append(element("h3", "请求 Request"), table(properties(operation.requestBody.content["application/json"].schema, document)));
  details.append(element("h3", "应答 Response"), table(properties(operation.responses["200"].content["application/json"].schema, document)));
  details.append(element("h3", "试用 Try"), tryOut(path, method, operation));
  details.dataset.text = `${path} ${operation.operationId} ${operation.summary}`.toLowerCase();
  return details;
}

async function start() {
  const document = await (await fetch("/openapi.json")).json();
  const services = new Map();
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      const name = operation.tags[0];
      if (!services.has(name)) services.set(name, []);
      services.get(name).push(render(path, method, operation, document));
    }
  }
  for (const [name, operations] of [...services].sort()) {
    const section = list.appendChild(element("section"));
    section.append(element("h2", name), ...operations);
  }
  count();
}

function count() {
  const all = list.querySelectorAll("details").length;
  const shown = list.querySelectorAll("details:not([hidden])").length;
  state.textContent = shown === 0 ? "没有符合的接口 No operation matches" : shown < all ? `${shown} / ${all} 个接口 operations` : `${all} 个接口 operations`;
}

window.document.getElementById("filter").addEventListener("input", event => {
  const wanted = event.target.value.toLowerCase();
  for (const details of list.querySelectorAll("details")) details.hidden = !details.dataset.text.includes(wanted);
  for (const section of list.querySelectorAll("section")) section.hidden = !section.querySelector("details:not([hidden])");
  count();
});

start().catch(error => { state.textContent = `无法读取接口文档 Could not be read: ${error}`; });
