// signing in with a passkey, and making one: the browser's own functions do it, where it has them

{
  const hasName = /[a-z]/i.test(location.hostname.split(".").pop()); // a bare number has no passkeys

  if (hasName && window.PublicKeyCredential?.parseRequestOptionsFromJSON) {
    const ways = {
      use: async (place) => {
        const asked = await call(place, "POST", "/api/session/passkey/challenge");
        const options = PublicKeyCredential.parseRequestOptionsFromJSON(asked);
        const shown = await navigator.credentials.get({ publicKey: options });
        await send(place, "/api/session/passkey", shown);
        location.assign("/");
      },
      make: async (place) => {
        const asked = await call(place, "POST", "/api/me/passkeys/challenge");
        const options = PublicKeyCredential.parseCreationOptionsFromJSON(asked);
        const made = await navigator.credentials.create({ publicKey: options });
        const name = encodeURIComponent(place.querySelector("input").value);
        await send(place, "/api/me/passkeys?name=" + name, made);
        location.assign("/account?done=passkey");
      },
    };

    const send = (place, address, credential) =>
      call(place, "POST", address, JSON.stringify(credential.toJSON()), null, { "Content-Type": "application/json" });

    for (const place of document.querySelectorAll("[data-passkey]")) {
      const button = place.querySelector("button");
      const said = place.querySelector("[data-failed]");
      place.hidden = false;
      button.addEventListener("click", async () => {
        said.hidden = button.disabled = true;
        try {
          await ways[place.dataset.passkey](place);
        } catch (error) {
          said.textContent = error.status ? error.message : said.dataset.failed;
          said.hidden = button.disabled = false;
        }
      });
    }
  }
}
