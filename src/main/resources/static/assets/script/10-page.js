"use strict";

// the page is complete without this: it only saves clicks

document.documentElement.classList.add("scripted");

for (const form of document.querySelectorAll("form[data-submits]")) {
  form.addEventListener("change", () => form.reportValidity() && form.submit());
}

// a request of a script, with the page's token and language

function call(form, method, address, body, progress, headers = {}) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.responseType = "json";
    request.setRequestHeader("X-XSRF-TOKEN", form.dataset.csrf);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", document.documentElement.lang);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    if (progress) request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("load", () =>
      request.status < 300 ? resolve(request.response) : reject(Object.assign(new Error(request.response?.detail ?? ""), { status: request.status })),
    );
    request.addEventListener("error", () => reject(new Error()));
    request.send(body ?? null);
  });
}
