package dev.millrace.worker.nodes.script;

import static dev.millrace.worker.nodes.script.ScriptProbe.config;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.millrace.model.json.Json;
import dev.millrace.model.status.JobStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptNodeTest {
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
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            return 1 + 1                                                                 | 2
            return 0.1 + 0.2                                                             | 0.30000000000000004
            return [1, 'a', true, null, undefined, { b: 2 }]                             | [1, "a", true, null, null, {"b": 2}]
            const a = 1                                                                  | null
            return undefined                                                             | null
            return new Date(0)                                                           | "1970-01-01T00:00:00.000Z"
            return { at: new Date(0), gone: () => 1 }                                    | {"at": "1970-01-01T00:00:00.000Z"}
            return () => 1                                                               | null
            return NaN                                                                   | null
            return 2 ** 53                                                               | 9007199254740992
            const f = async (x) => x; return (await f(10)) + (await Promise.resolve(20)) | 30
            return new Promise((done) => queueMicrotask(() => done('later')))            | "later"
            const g = function* () { yield 1; yield 2 }; return [...g()]                 | [1, 2]
            return 'x-1-y'.match(/\\d/)[0]                                               | "1"
            return `${1 + 1}€😀`                                                          | "2€😀"
            return '\\ud800' + '\\0'                                                     | "\\ud800\\u0000"
            undeclared = 5; return undeclared                                            | 5
            return JSON.parse('{"a": [1, 2]}').a.concat(3)                               | [1, 2, 3]
            return (10n ** 20n).toString()                                               | "100000000000000000000"
            return 7 // the end                                                          | 7
            return new Intl.Number()                                                     | -
            """)
    void shouldHandOnWhatTheScriptReturns(String content, String expected) throws Exception {
        // when
        var outcome = probe.run(content);

        // then
        if (expected.equals("-")) {
            assertThat(outcome.errorCode()).isEqualTo("script_error");
            return;
        }
        assertThat(outcome.status()).as("%s", outcome).isEqualTo(JobStatus.RESOLVED);
        assertThat(outcome.result()).isEqualTo(Json.parse(expected));
    }

    @Test
    void shouldCallTheScriptWithItsArguments() throws Exception {
        // given
        var config = Json.parse("""
                {"content": "return [who, größe.a[1], $_1, nothing, typeof missing, arguments.length]", "arguments": [
                  {"name": "who", "value": "rosa \\"}; \\u2028 ${1}"}, {"name": "größe", "value": {"a": [1, 2.5]}},
                  {"name": "$_1", "value": false}, {"name": "nothing"}]}""");

        // when
        var outcome = probe.run(config);

        // then
        assertThat(outcome.result())
                .isEqualTo(Json.parse("[\"rosa \\\"}; \\u2028 ${1}\", 2.5, false, null, \"undefined\", 4]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1a", "a-b", "a b", "", "a\nb", "a,b", "a){}; (", "😀"})
    void shouldRefuseNamesThatAreNone(String name) throws Exception {
        // given
        var config = config("return 1");
        config.putArray("arguments").addObject().put("name", name).put("value", 1);

        // when
        var outcome = probe.run(config);

        // then
        assertThat(outcome.errorCode()).isEqualTo("invalid_config");
        assertThat(outcome.result().path("message").textValue()).contains("Expected an argument's name");
    }

    @Test
    void shouldRefuseTwoArgumentsOfOneName() throws Exception {
        // given
        var config = config("return a");
        var arguments = config.putArray("arguments");
        arguments.addObject().put("name", "a").put("value", 1);
        arguments.addObject().put("name", "a").put("value", 2);

        // when
        var outcome = probe.run(config);

        // then
        assertThat(outcome.errorCode()).isEqualTo("invalid_config");
        assertThat(outcome.result().path("message").textValue()).contains("two are called a");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            throw new Error('boo')                     | boo
            return Promise.reject(new Error('fail'))   | fail
            throw 'text'                               | text
            throw null                                 | null
            throw new RangeError()                     | RangeError
            throw { toString() { throw 1 } }           | an error that cannot be shown
            nobody.there                               | nobody is not defined
            return 1n                                  | BigInt are forbidden in JSON.stringify
            const o = {}; o.o = o; return o            | circular reference
            """)
    void shouldFailWithTheMessageOfTheError(String content, String message) throws Exception {
        // when
        var outcome = probe.run(content);

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).isEqualTo("script_error");
        assertThat(outcome.result().textValue()).isEqualTo(message);
    }

    @Test
    void shouldSayInTheLogWhereAnErrorCameFrom() throws Exception {
        // when
        var outcome = probe.run("console.log('before');\nconst f = () => { throw new Error('boo') };\nf();");

        // then
        assertThat(outcome.log())
                .isEqualTo("before\nerror: Uncaught boo\n    near line 2, column 29\n    near line 3, column 1\n");
    }

    @Test
    void shouldNotTellAPlaceOutsideTheScript() throws Exception {
        assertThat(probe.run("return nobody").log()).isEqualTo("error: Uncaught nobody is not defined\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            let x = ;\\nreturn x;            | line 1
            const a = 1;\\n\\nreturn a b;    | line 3
            }; return 1; {                   | line 1
            import x from 'y';               | line 1
            """)
    void shouldTellTheLineOfASyntaxError(String content, String line) throws Exception {
        // when
        var outcome = probe.run(content.replace("\\n", "\n"));

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).isEqualTo("script_syntax");
        assertThat(outcome.result().textValue()).startsWith("SyntaxError: ").contains("(" + line + ",");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "}), (globalThis.leak = 1), (async function () {",
                "}), console.log('outside'), (async function anonymous(\n) {\n",
                "}); start(); (async function () {",
            })
    void shouldRefuseAScriptThatEndsItsFunction(String content) throws Exception {
        for (int i = 0; i < 2; i++) {
            // when
            var outcome = probe.run(content);

            // then
            assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
            assertThat(outcome.errorCode()).isEqualTo("script_syntax");
        }
    }

    @Test
    void shouldCallACompiledScriptWithItsOwnArgumentsEachTime() throws Exception {
        for (int i = 0; i < 3; i++) {
            // given
            var config = config("globalThis.times = (globalThis.times ?? 0) + 1; return [n, times]");
            config.putArray("arguments").addObject().put("name", "n").put("value", i);

            // then
            assertThat(probe.run(config).result()).isEqualTo(Json.parse("[" + i + ", 1]"));
        }
    }

    @Test
    void shouldTellScriptsApartByTheirParametersToo() throws Exception {
        // given
        var one = config("return typeof a");
        one.putArray("arguments").addObject().put("name", "a").put("value", 1);
        var other = config("return typeof a");
        other.putArray("arguments").addObject().put("name", "b").put("value", 1);

        // then
        assertThat(probe.run(one).result().textValue()).isEqualTo("number");
        assertThat(probe.run(other).result().textValue()).isEqualTo("undefined");
    }

    @Test
    void shouldGoOnWithTheMessageWhenAskedTo() throws Exception {
        // when
        var outcome = probe.run(config("console.log(1); throw new Error('boo')").put("continue", true));

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(outcome.errorCode()).isNull();
        assertThat(outcome.result().textValue()).isEqualTo("boo");
        assertThat(outcome.log()).startsWith("1\nerror: Uncaught boo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"await new Promise(() => {})", "return { then() {} }", "return new Promise(() => {})"})
    void shouldSayWhenAPromiseDoesNotSettle(String content) throws Exception {
        // when
        var outcome = probe.run(content);

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).isEqualTo("script_unsettled");
        assertThat(outcome.result().textValue()).isEqualTo("Script promise did not settle");
    }

    @Test
    void shouldNotMindARejectionThatNobodyWaitsFor() throws Exception {
        assertThat(probe.result("Promise.reject(new Error('lost')); return 3").intValue())
                .isEqualTo(3);
    }

    @Test
    void shouldWriteTheConsoleIntoTheLog() throws Exception {
        // when
        var outcome = probe.run("""
                console.log('hello', 1, { a: [1] }, null, undefined, () => 1);
                console.info(); console.debug('d'); console.warn('w'); console.error('e', Symbol('s'));
                const round = {}; round.round = round; console.log(round);
                return 'ok';""");

        // then
        assertThat(outcome.result().textValue()).isEqualTo("ok");
        assertThat(outcome.log())
                .isEqualTo(
                        "hello 1 {\"a\":[1]} null undefined () => 1\n\nd\nwarn: w\nerror: e Symbol(s)\n[not shown]\n");
    }

    @Test
    void shouldHaveNoLogWhenNothingWasSaid() throws Exception {
        assertThat(probe.run("return 1").log()).isNull();
    }

    @Test
    void shouldBoundTheLog() throws Exception {
        // when
        var outcome =
                probe.run("console.log('x'.repeat(60000)); console.log('y'.repeat(60000)); console.log('z'); return 1");

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.RESOLVED);
        assertThat(outcome.log())
                .hasSizeLessThan(66_000)
                .startsWith("x")
                .contains("y")
                .endsWith("left out\n");
        assertThat(outcome.log()).contains("... 54466 more bytes");
    }

    @Test
    void shouldBoundTheResult() throws Exception {
        // when
        var outcome = probe.run("return 'x'.repeat(" + ScriptProbe.MAX_BYTES + ")");

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).isEqualTo("payload_too_large");
        assertThat(outcome.result().textValue()).contains("at most 200000 bytes, but it has 200002");
    }

    @Test
    void shouldRefuseAResultThatIsNestedTooDeep() throws Exception {
        // when
        var outcome = probe.run("let o = []; for (let i = 0; i < 2000; i++) o = [o]; return o");

        // then
        assertThat(outcome.errorCode()).isEqualTo("script_result");
    }

    @Test
    void shouldRecurseAThousandDeep() throws Exception {
        assertThat(probe.result("const f = (n) => n === 0 ? 0 : 1 + f(n - 1); return f(1000)")
                        .intValue())
                .isEqualTo(1000);
    }

    @Test
    void shouldHaveOtherRandomNumbersAndTheTimeOfNowInEachRun() throws Exception {
        // when
        JsonNode one = probe.result("return [Math.random(), Math.random(), Date.now()]");
        JsonNode other = probe.result("return [Math.random(), Math.random(), Date.now()]");

        // then
        assertThat(one.get(0).doubleValue())
                .isBetween(0.0, 1.0)
                .isNotEqualTo(one.get(1).doubleValue());
        assertThat(other.get(0)).isNotEqualTo(one.get(0));
        assertThat(System.currentTimeMillis() - other.get(2).longValue()).isBetween(0L, 60_000L);
    }

    @Test
    void shouldShowAnExampleThatWorks() throws Exception {
        // given
        var config = probe.node().descriptor().example().deepCopy();
        ((ObjectNode) config.at("/arguments/0"))
                .set("value", Json.parse("[{\"quantity\": 1, \"price\": 5}, {\"quantity\": 2, \"price\": 10}]"));

        // when
        var outcome = probe.run(config);

        // then
        assertThat(outcome.result()).isEqualTo(Json.parse("{\"total\": 25, \"lines\": 2}"));
    }
}
