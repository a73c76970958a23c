// A worker for pages opened from a file, where browsers allow none: the search runs in a hidden frame.
// The theme's own stand-in (iframe-worker) writes a script into that frame, which the pages' policy forbids.
if (location.protocol === "file:") window.Worker = class extends EventTarget {
  constructor(address) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.frame = frame;
    const inner = frame.contentWindow;
    inner.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }));
    this.ready = new Promise((done, failed) => {
      const script = inner.document.createElement("script");
      script.src = new URL(address, location);
      script.onload = done;
      script.onerror = () => failed(new Error(`${address} cannot be loaded`));
      inner.document.body.append(script);
    });
  }

  postMessage(data) {
    this.ready.then(() => this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data })));
  }

  terminate() {
    this.frame.remove();
  }
};
