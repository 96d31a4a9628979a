package dev.millrace.worker.nodes.script;

import static dev.millrace.worker.nodes.script.ScriptProbe.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.model.status.JobStatus;
import dev.millrace.worker.sdk.Outcome;
import dev.millrace.worker.sdk.StopSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script cannot take: time, memory, stack, threads. */
class ScriptBoundsTest {
    private static ScriptProbe probe;

    @BeforeAll
    static void start() throws Exception {
        probe = new ScriptProbe();
        // The engine's start is on nobody's time.
        probe.run("return 1");
    }

    @AfterAll
    static void stop() {
        probe.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "while (true) {}",
                "for (;;) { try { while (true) {} } catch (e) {} finally { continue } }",
                "const f = () => Promise.resolve().then(f); await f()",
                "const f = async () => { for (;;) await null }; await f()",
                "const f = () => queueMicrotask(f); f(); await new Promise(() => {})",
                "return /^(a+)+$/.test('a'.repeat(40) + 'b')",
                "let x = 3n ** (2n ** 18n); for (;;) x = (x * x) >> 400000n",
                "return 'a'.repeat(4e6).indexOf('a'.repeat(2e6) + 'b')",
                "for (;;) console.log('x'.repeat(1000))",
                "return JSON.stringify({ toJSON() { while (true) {} } })",
                "return { toJSON() { while (true) {} } }",
                "throw { toString() { while (true) {} } }",
                "Array(1e9).join().split('')",
            })
    void shouldEndAtItsTimeout(String content) throws Exception {
        // when
        long begun = System.nanoTime();
        var outcome = probe.run(config(content).put("timeout", 300));
        long millis = (System.nanoTime() - begun) / 1_000_000;

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).isEqualTo("script_timeout");
        assertThat(outcome.result().textValue()).isEqualTo("Script execution timed out after 300ms");
        assertThat(millis).isLessThan(30_000);
    }

    @Test
    void shouldNotLetALargerTimeoutThanTheWorkersStand() throws Exception {
        // given
        try (var strict = new ScriptProbe(Duration.ofMillis(200))) {
            // when
            var none = strict.run(config("while (true) {}"));
            var larger = strict.run(config("while (true) {}").put("timeout", 3_600_000));

            // then
            assertThat(List.of(none, larger))
                    .extracting(outcome -> outcome.result().textValue())
                    .containsOnly("Script execution timed out after 200ms");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const x = []; while (true) x.push(new Array(1000).fill(7))",
                "globalThis.x = []; while (true) x.push(new Array(1000).fill(7))",
                "globalThis.x = []; for (;;) x.push(new Uint8Array(1e6))",
                "return new Array(2 ** 30).fill(0).length",
                "const s = 'x'.repeat(2e7); return s + s",
                "const m = new Map(); for (let i = 0; ; i++) m.set(i, 'x'.repeat(1000) + i)",
            })
    void shouldEndAtTheBoundOfItsMemory(String content) throws Exception {
        // when
        var outcome = probe.run(content);

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).as("%s", outcome).isEqualTo("script_memory");
        assertThat(outcome.result().textValue()).contains("at most 32 MiB");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            let s = 'x'; while (true) s += s              | script_error
            return new ArrayBuffer(2 ** 31)               | script_error
            return 'x'.repeat(2 ** 30)                    | script_error
            return new Array(-1)                          | script_error
            """)
    void shouldThrowWhereTheLanguageDoes(String content, String code) throws Exception {
        assertThat(probe.run(content).errorCode()).isIn(code, "script_memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const f = () => f() + 1; return f()",
                "function f() { try { f() } finally { f() } } f()",
                "return JSON.parse('['.repeat(1e6) + ']'.repeat(1e6))",
                "let o = {}; for (let i = 0; i < 1e5; i++) o = { o }; return o",
                "const p = new Proxy({}, { get: (t, k) => p[k] }); return p.x",
                "return eval('('.repeat(1e5) + ')'.repeat(1e5))",
            })
    void shouldEndAtTheBoundOfItsStack(String content) throws Exception {
        // when
        var outcome = probe.run(content);

        // then
        assertThat(outcome.status()).isEqualTo(JobStatus.ERROR);
        assertThat(outcome.errorCode()).as("%s", outcome).isEqualTo("script_stack");
    }

    @Test
    void shouldCatchWhatComesOfTooMuchMemoryAndGoOn() throws Exception {
        assertThat(probe.result("try { return new Array(2 ** 30).fill(0) } catch (e) { return e.message }")
                        .textValue())
                .isEqualTo("out of memory");
    }

    @Test
    void shouldRunFiftyAtOnceBesideThoseThatNeverEnd() throws Exception {
        // given: as many as there are threads
        var begun = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < ScriptProbe.THREADS; i++) {
            begun.add(probe.begin(config("while (true) {}").put("timeout", 500), Optional.empty(), StopSignal.NEVER));
        }

        // when
        for (int i = 0; i < 50; i++) {
            var config = config("let s = 0; for (let j = 0; j < 1000; j++) s += n; return s");
            config.putArray("arguments").addObject().put("name", "n").put("value", i);
            begun.add(probe.begin(config, Optional.empty(), StopSignal.NEVER));
        }
        var results = new ArrayList<JsonNode>();
        for (var outcome : begun) {
            results.add(outcome.get(60, TimeUnit.SECONDS).result());
        }

        // then
        for (int i = 0; i < 50; i++) {
            assertThat(results.get(ScriptProbe.THREADS + i).intValue()).isEqualTo(1000 * i);
        }
    }

    @Test
    void shouldEndWhenNobodyWaitsAnyMore() throws Exception {
        // given
        var stop = new AtomicReference<Runnable>();
        var outcome = probe.begin(config("while (true) {}"), Optional.empty(), stop::set);
        await().until(ScriptBoundsTest::aScriptRuns);

        // when
        stop.get().run();

        // then
        assertThat(outcome.get(5, TimeUnit.SECONDS).errorCode()).isEqualTo("stopped");
        assertThat(probe.result("return 1").intValue()).isEqualTo(1);
    }

    private static boolean aScriptRuns() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getMethodName().equals("evaluate")
                        && frame.getClassName().equals(Machine.class.getName()));
    }

    @Test
    void shouldNotBeginWhenNobodyWaitsAnyMore() throws Exception {
        // given: all threads busy
        var busy = new ArrayList<CompletableFuture<Outcome>>();
        for (int i = 0; i < ScriptProbe.THREADS; i++) {
            busy.add(probe.begin(config("while (true) {}").put("timeout", 2_000), Optional.empty(), StopSignal.NEVER));
        }

        // when
        var cancelled = probe.begin(config("return 1"), Optional.empty(), Runnable::run);
        var late = probe.begin(config("return 1"), Optional.of(Instant.now().minusMillis(4_900)), StopSignal.NEVER);

        // then: at once, not when there is a thread
        assertThat(cancelled.get(1, TimeUnit.SECONDS).errorCode()).isEqualTo("stopped");
        assertThat(late.get(1, TimeUnit.SECONDS).errorCode()).isEqualTo("script_timeout");
        assertThat(busy).noneMatch(CompletableFuture::isDone);
        for (var outcome : busy) {
            outcome.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void shouldLeaveTheDeadlineItselfToTheEngine() throws Exception {
        // when
        var outcome = probe.begin(
                        config("while (true) {}").put("timeout", 1_000), Optional.of(Instant.now()), StopSignal.NEVER)
                .get(10, TimeUnit.SECONDS);

        // then
        assertThat(outcome.result().textValue()).isEqualTo("Script execution timed out after 1000ms");
    }

    @Test
    void shouldEndSomeSecondsAfterTheStepsDeadline() throws Exception {
        // when
        var outcome = probe.begin(
                        config("while (true) {}"), Optional.of(Instant.now().minusMillis(4_700)), StopSignal.NEVER)
                .get(5, TimeUnit.SECONDS);

        // then
        assertThat(outcome.errorCode()).isEqualTo("script_timeout");
        assertThat(outcome.result().textValue()).contains("deadline");
    }

    @Test
    void shouldNotBlockWhoeverAsks() throws Exception {
        // given
        var config = config("while (true) {}").put("timeout", 1_000);

        // when
        var outcome = probe.begin(config, Optional.empty(), StopSignal.NEVER);

        // then
        assertThat(outcome).isNotDone();
        assertThat(outcome.get(10, TimeUnit.SECONDS).errorCode()).isEqualTo("script_timeout");
    }

    @Test
    void shouldRefuseBoundsThatNoScriptCanKeep() {
        assertThatThrownBy(() -> new Sandbox(1_000, 1_000)).hasMessageContaining("millrace.worker.script.memory-bytes");
    }
}
