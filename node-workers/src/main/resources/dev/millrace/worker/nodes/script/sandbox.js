// Evaluated once, before the image of the sandbox is taken; load() and start() are called in copies of it. What a script may later change is taken hold of here.
(() => {
  const host = globalThis.java_invoke;
  for (const name of ['java_invoke', 'Javy', 'plugin']) {
    delete globalThis[name];
  }
  const { parse, stringify } = JSON;
  const { apply, defineProperty } = Reflect;
  const { Error, InternalError, String, SyntaxError } = globalThis;
  const sourceOf = Function.prototype.toString;
  const AsyncFunction = (async () => {}).constructor;
  const tell = (what, text) => host('sandbox', what, text);

  const shown = (value) => {
    try {
      if (value instanceof Error) {
        return `${value}\n${value.stack}`;
      }
      return (typeof value === 'object' && value !== null ? stringify(value) : undefined) ?? String(value);
    } catch {
      return '[not shown]';
    }
  };

  const logging = (level) => (...values) => {
    let line = '';
    for (let i = 0; i < values.length; i++) {
      line += (i === 0 ? '' : ' ') + shown(values[i]);
    }
    tell(level, line);
  };

  const described = (error) => {
    try {
      return error instanceof Error ? String(error.message) || String(error.name) : String(error);
    } catch {
      return 'an error that cannot be shown';
    }
  };

  const traced = (error) => {
    try {
      return error instanceof Error ? String(error.stack) : '';
    } catch {
      return '';
    }
  };

  const fail = (kind, error) => {
    try {
      const message = described(error);
      if (error instanceof InternalError && message === 'out of memory') {
        tell('memory', '');
        return;
      }
      tell('trace', traced(error));
      tell(kind, message);
    } catch {
      tell('memory', '');
    }
  };

  // The state of the engine's own generator is part of the image: all scripts would see the same numbers. This is sfc32.
  const seeded = (a, b, c, d) => () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };

  const console = {};
  for (const level of ['log', 'info', 'debug', 'trace', 'warn', 'error']) {
    console[level] = logging(level === 'warn' || level === 'error' ? level : 'log');
  }
  globalThis.console = console;

  let script;

  // Before the image of one script is taken: nothing of it runs here.
  globalThis.load = () => {
    delete globalThis.load;
    const { names, content } = parse(host('sandbox', 'source', ''));
    try {
      script = new AsyncFunction(...names, content);
      // The engine puts head and content together and evaluates that, so a content could end the function and go on behind it.
      if (apply(sourceOf, script, []) !== `async function anonymous(${names.join(',')}\n) {\n${content}\n}`) {
        throw new SyntaxError('the body of one function is expected, but it ends before the script does');
      }
      tell('loaded', '');
    } catch (error) {
      fail('syntax', error);
    }
  };

  globalThis.start = async () => {
    delete globalThis.start;
    const { values, seed } = parse(host('sandbox', 'input', ''));
    const next = seeded(...seed);
    const random = () => ((next() >>> 5) * 67108864 + (next() >>> 6)) / 9007199254740992;
    defineProperty(Math, 'random', { value: random, writable: true, configurable: true });
    try {
      const value = await apply(script, undefined, values);
      tell('returned', stringify(value) ?? 'null');
    } catch (error) {
      fail('thrown', error);
    }
  };
})();
