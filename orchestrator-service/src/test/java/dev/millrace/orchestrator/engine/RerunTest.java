package dev.millrace.orchestrator.engine;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Beginning an execution at a node of an earlier one. */
class RerunTest {
    private static final String CONTEXT = "{'data':{'n':1}}";

    private static EngineHarness rerun(EngineHarness earlier, String nodeKey, String path) {
        return EngineHarness.rerun(earlier, nodeKey, path, CONTEXT);
    }

    @Test
    void shouldTakeOverWhatCameBefore() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .node("o", "output", "{'value':'early'}", "a")
                        .node("b", "work", "{'a':'{{$jobsMapByNodeKey.a}}','n':'{{$context.data.n}}'}", "o")
                        .node("c", "work", "{}", "b"))
                .start(CONTEXT)
                .resolve("a", "7")
                .resolve("b", "8")
                .fail("c");

        // when
        var later = EngineHarness.rerun(earlier, "b", null, "{'data':{'n':2}}");

        // then
        assertThat(later.command("b").config()).isEqualTo(json("{'a':7,'n':2}"));
        assertThat(later.commands()).hasSize(1);
        assertThat(later.jobs()).extracting(job -> job.nodeKey()).containsExactly("a", "o", "b");
        assertThat(later.header().output()).isEqualTo(json("'early'"));
        assertThat(later.header().steering().rerunOf().executionId()).isEqualTo("e1");
        assertThat(later.header().steering().rerunOf().lastSequence()).isEqualTo(2);
        later.resolve("b", "1").resolve("c", "1");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(earlier.status()).isEqualTo(ExecutionStatus.FAILED);
    }

    @Test
    void shouldBeginAtANodeThatNeverRan() {
        // given
        var earlier = EngineHarness.of(workflow().head("a", "work", "{}").node("b", "work", "{}", "a"))
                .start(CONTEXT)
                .fail("a");

        // when
        var later = rerun(earlier, "b", null);

        // then
        assertThat(later.job("a").status()).isEqualTo(JobStatus.FAILED);
        later.resolve("b", "1");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    private static Workflows loops() {
        return workflow()
                .head("l", "loop", "{'target':['x','y','z']}")
                .branch("c", "condition", "{}", "l", 0)
                .branch("w", "work", "{'item':'{{$scopes.l.item}}','u':'{{$jobsMapByNodeKey.u}}'}", "c", 1)
                .node("u", "variable", "{'value':'{{$scopes.l.index}}'}", "c")
                .node("after", "output", "{'value':'{{$jobsMapByNodeKey.l}}'}", "l");
    }

    @Test
    void shouldBeginInTheFailedPassOfALoop() {
        // given
        var earlier = EngineHarness.of(loops()).start(CONTEXT).resolve("w", "1").fail("w");

        // when
        var later = rerun(earlier, "w", null);

        // then
        assertThat(later.command("w").config()).isEqualTo(json("{'item':'y','u':0}"));
        later.resolve("w", "2").resolve("w", "3");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(later.header().output()).isEqualTo(json("{'looped':3,'done':3}"));
    }

    @Test
    void shouldBeginInAnEarlierPass() {
        // given
        var earlier = EngineHarness.of(loops())
                .start(CONTEXT)
                .resolve("w", "1")
                .resolve("w", "2")
                .resolve("w", "3");

        // when
        var later = rerun(earlier, "w", "l[1]");

        // then
        assertThat(later.command("w").config()).isEqualTo(json("{'item':'y','u':0}"));
        later.resolve("w", "2").resolve("w", "3");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldRunOtherBranchesAgainThatHaveNotSucceeded() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("p", "parallel", "{}")
                        .branch("a", "work", "{}", "p", 1)
                        .branch("b", "work", "{}", "p", 2)
                        .branch("c", "work", "{}", "p", 3))
                .start(CONTEXT)
                .resolve("a", "1")
                .fail("b");

        // when
        var later = rerun(earlier, "b", null);

        // then
        assertThat(later.commands()).extracting(command -> command.nodeKey()).containsExactlyInAnyOrder("b", "c");
        later.resolve("c", "1").resolve("b", "1");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(later.result("p")).isEqualTo(json("[1,1,1]"));
    }

    @Test
    void shouldTakeOverOnlyWhatHasEndedOfAnExecutionUnderWay() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("p", "parallel", "{}")
                        .branch("a", "work", "{}", "p", 1)
                        .branch("b", "work", "{}", "p", 2)
                        .node("z", "work", "{}", "p"))
                .start(CONTEXT)
                .resolve("a", "1");

        // when
        var later = rerun(earlier, "z", null);

        // then
        assertThat(later.state().pending().values()).singleElement().satisfies(job -> assertThat(job.nodeKey())
                .isEqualTo("z"));
        later.resolve("z", "1");
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldSayWhyItCannotBeginThere() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("a", "work", "{}")
                        .node("l", "loop", "{'target':2}", "a")
                        .branch("w", "work", "{}", "l", 0))
                .start(CONTEXT)
                .fail("a");

        // when
        var inside = rerun(earlier, "w", null);
        var nowhere = rerun(earlier, "nope", null);

        // then
        assertThat(inside.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(inside.header().reason().code()).isEqualTo("not_reached");
        assertThat(nowhere.header().reason().code()).isEqualTo("unknown_node");
    }

    @Test
    void shouldRefuseAPassOfAnEarlierAttemptOfTheLoop() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("l", "loop", "{'target':2,'parallel':2}")
                        .retry(2, 1)
                        .branch("w", "work", "{}", "l", 0)
                        .node("c", "condition", "{}", "w")
                        .branch("x", "work", "{}", "c", 1))
                .start(CONTEXT)
                .resolve("w", "1")
                .fail("x")
                .sleep(Duration.ofSeconds(1));
        assertThat(earlier.job("l").attempt()).isEqualTo(2);

        // when
        var later = rerun(earlier, "x", null);

        // then
        assertThat(later.header().reason().code()).isEqualTo("not_reached");
        assertThat(later.header().reason().detail()).endsWith("rerun from l");
    }

    @Test
    void shouldBeginInAParallelLoopThatHasBeenTriedAgain() {
        // given
        var earlier = EngineHarness.of(workflow()
                        .head("l", "loop", "{'target':4,'parallel':4}")
                        .retry(2, 1)
                        .branch("a", "work", "{}", "l", 0)
                        .node("p", "parallel", "{}", "a")
                        .branch("v", "work", "{'a':'{{$jobsMapByNodeKey.a}}'}", "p", 1)
                        .branch("w", "work", "{}", "p", 2))
                .start(CONTEXT)
                .fail("a")
                .sleep(Duration.ofSeconds(1));

        // when
        var later = rerun(earlier, "a", "l[0]").resolve("a", "7");

        // then
        assertThat(later.command("v").config()).isEqualTo(json("{'a':7}"));
        assertThat(later.command("w")).isNotNull();
    }

    @Test
    void shouldRefuseAPassThatNeverBegan() {
        // given
        var earlier = EngineHarness.of(loops()).start(CONTEXT).resolve("w", "1").fail("w");

        // when
        var later = rerun(earlier, "w", "l[2]");

        // then
        assertThat(later.header().reason().code()).isEqualTo("not_reached");
    }
}
