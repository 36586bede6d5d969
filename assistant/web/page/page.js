// Small helpers of the page. Everything they act on is marked by data-copy or data-source.
(function () {
  document.documentElement.lang = "zh-CN";

  // Enter that ends an input method's composition chooses a word; it must not send the question.
  document.addEventListener("keydown", function (event) {
    if (event.key === "Enter" && (event.isComposing || event.keyCode === 229)) {
      event.stopImmediatePropagation();
    }
  }, true);

  function legacyCopy(text) {
    const area = document.createElement("textarea");
    area.value = text;
    area.style.position = "fixed";
    area.style.opacity = "0";
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }

  function copy(button) {
    const text = button.dataset.copy;
    const words = button.textContent;
    const done = function () {
      button.textContent = "已复制";
      setTimeout(function () { button.textContent = words; }, 1600);
    };
    // The clipboard needs a secure origin; inside an office network the page is often plain http.
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(done, function () { legacyCopy(text); done(); });
    } else {
      legacyCopy(text);
      done();
    }
  }

  function show(id) {
    const target = document.getElementById(id);
    if (!target) { return; }
    const card = target.closest("details");
    if (card) { card.open = true; }
    target.scrollIntoView({ behavior: "smooth", block: "nearest" });
    target.focus({ preventScroll: true });
    target.classList.add("mj-flash");
    setTimeout(function () { target.classList.remove("mj-flash"); }, 1600);
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copy]");
    if (button) { copy(button); return; }
    const link = event.target.closest("[data-source]");
    if (link) { event.preventDefault(); show(link.dataset.source); }
  });

  // On a small screen what a check tells is below the fold.
  document.addEventListener("click", function (event) {
    if (!event.target.closest("#mj-check")) { return; }
    const result = document.getElementById("mj-check-result");
    if (result) { result.scrollIntoView({ behavior: "smooth", block: "start" }); }
  });

  // A new turn is brought into view; without this a long conversation grows out of sight.
  let turns = 0;
  new MutationObserver(function () {
    const all = document.querySelectorAll("#mj-transcript .mj-turn");
    if (all.length > turns && all.length > 1) {
      all[all.length - 1].scrollIntoView({ behavior: "smooth", block: "start" });
    }
    turns = all.length;
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
