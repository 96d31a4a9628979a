package dev.millrace.worker.nodes.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.json.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script cannot reach: the worker, and other scripts. */
class ScriptIsolationTest {
    private static ScriptProbe probe;

    @BeforeAll
    static void start() {
        probe = new ScriptProbe();
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "require",
                "process",
                "Java",
                "Packages",
                "Polyglot",
                "Graal",
                "load",
                "fetch",
                "XMLHttpRequest",
                "WebAssembly",
                "Worker",
                "setTimeout",
                "setInterval",
                "Buffer",
                "std",
                "os",
                "Javy",
                "java_invoke",
                "plugin",
                "start"
            })
    void shouldNotKnow(String name) throws Exception {
        assertThat(probe.result("return [typeof " + name + ", '" + name + "' in globalThis]"))
                .isEqualTo(Json.parse("[\"undefined\", false]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return require('fs').readdirSync('/')",
                "return await import('fs')",
                "return await import('/etc/passwd')",
                "return await import('std')",
                "return process.env",
                "return java.lang.System.exit(1)",
                "return (0, eval)('require')('os')",
                "return new Function('return process')()",
                "return (async () => {}).constructor('return Javy')()",
                "return console.log.constructor('return java_invoke')()",
            })
    void shouldFailToReachOut(String content) throws Exception {
        assertThat(probe.run(content).errorCode()).isEqualTo("script_error");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "globalThis.leak = 1",
                "Object.prototype.leak = 1",
                "Array.prototype.map = () => 'bent'",
                "JSON.stringify = () => '\"bent\"'; JSON.parse = () => 'bent'",
                "Promise.prototype.then = function () { return 'bent' }",
                "Object.prototype.toJSON = () => 'bent'",
                "console.log = () => { throw 1 }; delete globalThis.console",
                "Math.random = () => 4; Date.now = () => 4",
                "for (const name of Object.getOwnPropertyNames(globalThis)) delete globalThis[name]",
                "Object.freeze(Object.prototype); Object.freeze(globalThis)",
                "while (true) {}",
                "const f = () => f() + 1; f()",
                "const x = []; while (true) x.push(new Uint8Array(1e6))",
            })
    void shouldLeaveNothingToTheNextScript(String content) throws Exception {
        // given: on each of the threads
        for (int i = 0; i < 2 * ScriptProbe.THREADS; i++) {
            probe.run(ScriptProbe.config(content).put("timeout", 1000));
        }

        // when
        var result = probe.result("""
                console.log('still there');
                const then = await Promise.resolve(1).then((x) => x + 1);
                return [typeof leak, ({}).leak, [1, 2].map((x) => x * 2), JSON.stringify({ a: 1 }), then, Math.random() < 1, Date.now() > 4,
                  (globalThis.mine = 3)]""");

        // then
        assertThat(result).isEqualTo(Json.parse("[\"undefined\", null, [2, 4], \"{\\\"a\\\":1}\", 2, true, true, 3]"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "JSON.stringify = () => '7'; return 5",
                "String = null; Error = null; Promise = null; return 5",
                "Object.defineProperty(Array.prototype, Symbol.iterator, { value: null }); return 5",
                "delete globalThis.console; return 5",
            })
    void shouldHandOnTheResultWhateverElseWasChanged(String content) throws Exception {
        assertThat(probe.result(content).intValue()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return arguments.callee.caller.toString()",
                "const f = () => { throw new Error('x') }; try { f() } catch (e) { return e.stack.match(/sandbox|millrace|endive/)[0] }",
            })
    void shouldNotSeeWhoCalledIt(String content) throws Exception {
        assertThat(probe.run(content).errorCode()).isEqualTo("script_error");
    }
}
