/**
 * The page's only script: saves drawings and texts of the page as files. It talks to no one; without it the buttons stay
 * hidden. Colours that follow the page's scheme become their fixed fall-backs, because drawing programs know no variables.
 */
export const SAVE_SCRIPT = `
for (const button of document.querySelectorAll("button[data-from]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const { from, name, type } = button.dataset;
    const source = document.getElementById(from);
    const text = type === "image/svg+xml" ? drawing(source.querySelector("svg")) : source.textContent;
    const address = URL.createObjectURL(new Blob([text], { type: type + ";charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
  });
}
function drawing(svg) {
  const copy = svg.cloneNode(true);
  copy.style.color = "black";
  copy.style.background = "white";
  return new XMLSerializer().serializeToString(copy).replace(/var\\(--[\\w-]+, ([^()]+)\\)/g, "$1");
}
`;
