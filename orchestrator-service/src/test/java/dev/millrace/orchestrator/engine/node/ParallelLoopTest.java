package dev.millrace.orchestrator.engine.node;

import static dev.millrace.orchestrator.engine.Workflows.json;
import static dev.millrace.orchestrator.engine.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.model.document.OnFailure;
import dev.millrace.model.document.RetryPolicy;
import dev.millrace.model.json.Json;
import dev.millrace.model.message.StepCommand;
import dev.millrace.model.message.StepResult;
import dev.millrace.model.status.ExecutionStatus;
import dev.millrace.model.status.JobStatus;
import dev.millrace.orchestrator.engine.EngineHarness;
import dev.millrace.orchestrator.engine.Input;
import dev.millrace.orchestrator.engine.Limits;
import dev.millrace.orchestrator.engine.Workflows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelLoopTest {
    private static final String PAIR = "{{$scopes.l.item}}:{{$jobsMapByNodeKey.w}}";

    /** A step in each pass, and behind it a node that sees the pass and its step. */
    private static Workflows steps(String loop) {
        return workflow()
                .head("l", "loop", loop)
                .branch("w", "work", "{'n':'{{$scopes.l.index}}'}", "l", 0)
                .node("v", "variable", "{'value':'" + PAIR + "'}", "w")
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.l.done}}'}", "l");
    }

    private static void end(EngineHarness execution, int index, JobStatus status) {
        StepCommand command = execution.commands().stream()
                .filter(one -> one.config().path("n").intValue() == index)
                .reduce((first, second) -> second)
                .orElseThrow();
        var result = Json.NODES.numberNode(10 * index);
        execution.input(new Input.StepEnded(
                new StepResult(EngineHarness.ID, command.jobId(), command.attempt(), status, result, "broke", null)));
    }

    @Test
    void shouldKeepAsManyPassesUnderWayAsTheBoundSays() {
        // given
        var execution = EngineHarness.of(steps("{'target':5,'parallel':3}")).start();
        assertThat(execution.commands()).hasSize(3);

        // when
        end(execution, 1, JobStatus.RESOLVED);

        // then
        assertThat(execution.commands()).hasSize(4);
        assertThat(execution.result("l")).isEqualTo(json("{'looped':4,'done':1,'running':3,'filling':false}"));
        for (int index : new int[] {3, 0, 4, 2}) {
            end(execution, index, JobStatus.RESOLVED);
        }
        assertThat(execution.result("l")).isEqualTo(json("{'looped':5,'done':5}"));
        assertThat(execution.result("after").intValue()).isEqualTo(5);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldShowEachPassItsOwnResultsAndNoOthers() {
        // given
        var execution =
                EngineHarness.of(steps("{'target':['a','b','c'],'parallel':3}")).start();

        // when
        end(execution, 2, JobStatus.RESOLVED);
        end(execution, 0, JobStatus.RESOLVED);
        end(execution, 1, JobStatus.RESOLVED);

        // then
        assertThat(execution.results("v")).containsExactly("\"c:20\"", "\"a:0\"", "\"b:10\"");
        assertThat(execution.jobs("v").stream().map(job -> job.path().toString()))
                .containsExactly("l[2]", "l[0]", "l[1]");
    }

    @Test
    void shouldShowNothingOfAnotherPass() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':2,'parallel':2}")
                .branch("early", "variable", "{'value':'{{$jobsMapByNodeKey.late}}'}", "l", 0)
                .node("late", "variable", "{'value':'seen'}", "early")
                .node("after", "variable", "{'value':'{{$jobsMapByNodeKey.late}}'}", "l");

        // when
        var execution = EngineHarness.of(workflow).start();

        // then
        assertThat(execution.results("early")).containsExactly("null", "null");
        assertThat(execution.result("after").textValue()).isEqualTo("seen");
    }

    @Test
    void shouldNestInEachOther() {
        // given
        var workflow = workflow()
                .head("a", "loop", "{'target':3,'parallel':2,'collect':'{{$jobsMapByNodeKey.b.results}}'}")
                .branch("x", "variable", "{'value':'{{$scopes.a.item}}'}", "a", 0)
                .node("b", "loop", "{'target':2,'parallel':2,'collect':'{{$jobsMapByNodeKey.i}}'}", "x")
                .branch("d", "delay", "{'duration':1,'unit':1000}", "b", 0)
                .node("i", "variable", "{'value':'{{$jobsMapByNodeKey.x}}{{$scopes.b.item}}'}", "d");

        // when
        var execution = EngineHarness.of(workflow).start().sleep(Duration.ofSeconds(5));

        // then
        assertThat(execution.result("a").path("results")).isEqualTo(json("[['00','01'],['10','11'],['20','21']]"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldCancelTheOthersWhenAFailedPassFailsTheLoop() {
        // given
        var execution = EngineHarness.of(steps("{'target':9,'parallel':3}")).start();

        // when
        end(execution, 1, JobStatus.FAILED);

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);
        assertThat(execution.result("l")).isEqualTo(json("{'looped':3,'done':0}"));
        assertThat(execution.jobs("w"))
                .extracting("status")
                .containsExactly(JobStatus.CANCELED, JobStatus.FAILED, JobStatus.CANCELED);
    }

    @Test
    void shouldFinishThePassesUnderWayWhenAFailedPassLeavesTheLoop() {
        // given
        var execution =
                EngineHarness.of(steps("{'target':9,'parallel':3,'exit':1}")).start();

        // when
        end(execution, 1, JobStatus.FAILED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.STARTED);
        end(execution, 2, JobStatus.RESOLVED);
        end(execution, 0, JobStatus.RESOLVED);

        // then
        assertThat(execution.commands()).hasSize(3);
        assertThat(execution.result("l")).isEqualTo(json("{'looped':3,'done':2,'broken':true}"));
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldCollectByIndexWhateverEndsFirst() {
        // given
        var execution = EngineHarness.of(
                        steps("{'target':3,'parallel':3,'exit':2,'collect':{'of':'{{$jobsMapByNodeKey.w}}'}}"))
                .start();

        // when
        end(execution, 2, JobStatus.RESOLVED);
        end(execution, 1, JobStatus.ERROR);
        end(execution, 0, JobStatus.RESOLVED);

        // then
        assertThat(execution.result("l")).isEqualTo(json("{'looped':3,'done':3,'results':[{'of':0},null,{'of':20}]}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1000})
    void shouldCollectTheSameWhateverTheBound(int parallel) {
        // given
        var odd = "{'continueOnFalse':true,'engine':'formula.js','expression':'MOD({{$scopes.l.index}},2)==1'}";
        var workflow = workflow()
                .head(
                        "l",
                        "loop",
                        "{'target':301,'parallel':%d,'condition':%s,'collect':'{{$jobsMapByNodeKey.i}}'}"
                                .formatted(parallel, odd))
                .branch("i", "variable", "{'value':'{{$scopes.l.sequence}}'}", "l", 0);

        // when
        var execution = new EngineHarness(workflow.graph(), new Limits(37, 1_000_000, 0)).start();
        execution.proceed();

        // then
        var result = execution.result("l");
        assertThat(result.path("done").intValue()).isEqualTo(150);
        assertThat(result.path("results")).hasSize(301);
        assertThat(result.path("results").get(299).intValue()).isEqualTo(300);
        assertThat(result.path("results").get(300).isNull()).isTrue();
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
    }

    @Test
    void shouldSeeNothingOfAnEarlierAttemptOfTheLoop() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':2,'parallel':2}")
                .envelope(new RetryPolicy(2, 1_000, null, null, null), null, OnFailure.FAIL)
                .branch("seen", "variable", "{'value':'{{$jobsMapByNodeKey.w}}'}", "l", 0)
                .node("w", "work", "{'n':'{{$scopes.l.index}}'}", "seen");
        var execution = EngineHarness.of(workflow).start();
        end(execution, 0, JobStatus.RESOLVED);
        end(execution, 1, JobStatus.FAILED);

        // when
        execution.sleep(Duration.ofSeconds(2));

        // then
        assertThat(execution.results("seen")).containsExactly("null", "null", "null", "null");
    }

    @Test
    void shouldNotHoldOnToPassesThatAreOver() {
        // given
        var execution = EngineHarness.of(steps("{'target':400,'parallel':4}")).start();
        var random = new SplittableRandom(5);

        // when
        for (int i = 0; i < 400; i++) {
            var open = new ArrayList<>(execution.state().pending().values());
            open.removeIf(job -> !job.nodeKey().equals("w"));
            assertThat(open).hasSizeLessThanOrEqualTo(4);
            var path = open.get(random.nextInt(open.size())).path().passes();
            end(execution, path.get(0).index(), JobStatus.RESOLVED);
        }

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.state().lanes().size()).isLessThanOrEqualTo(17);
        for (var job : execution.jobs("v")) {
            int index = job.path().passes().get(0).index();
            assertThat(job.result().textValue()).isEqualTo(index + ":" + 10 * index);
        }
    }

    @Test
    void shouldGoOnWithAllPassesUnderWayWhenItIsRetried() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':5,'parallel':3,'collect':'{{$jobsMapByNodeKey.v}}'}")
                .branch("first", "variable", "{'value':'{{$scopes.l.index}}'}", "l", 0)
                .node("w", "work", "{'n':'{{$jobsMapByNodeKey.first}}'}", "first")
                .node("v", "variable", "{'value':'{{$jobsMapByNodeKey.first}}:{{$jobsMapByNodeKey.w}}'}", "w");
        var execution = EngineHarness.of(workflow).start();
        end(execution, 1, JobStatus.RESOLVED);
        end(execution, 0, JobStatus.FAILED);
        assertThat(execution.status()).isEqualTo(ExecutionStatus.FAILED);

        // when
        execution.retry();
        for (int index : new int[] {3, 0, 2, 4}) {
            end(execution, index, JobStatus.RESOLVED);
        }

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(execution.result("l"))
                .isEqualTo(json("{'looped':5,'done':5,'results':['0:0','1:10','2:20','3:30','4:40']}"));
    }

    @Test
    void shouldGoOnFromAPassWhenItIsRerunFromThere() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':4,'parallel':2,'collect':'{{$jobsMapByNodeKey.v}}'}")
                .branch("first", "variable", "{'value':'{{$scopes.l.index}}'}", "l", 0)
                .node("w", "work", "{'n':'{{$jobsMapByNodeKey.first}}'}", "first")
                .node("v", "variable", "{'value':'{{$jobsMapByNodeKey.first}}:{{$jobsMapByNodeKey.w}}'}", "w");
        var earlier = EngineHarness.of(workflow).start();
        for (int index : new int[] {0, 1, 3, 2}) {
            end(earlier, index, JobStatus.RESOLVED);
        }

        // when
        var later = EngineHarness.rerun(earlier, "w", "l[2]", "{'data':{}}");
        end(later, 2, JobStatus.RESOLVED);
        end(later, 3, JobStatus.RESOLVED);

        // then
        assertThat(later.status()).isEqualTo(ExecutionStatus.RESOLVED);
        assertThat(later.result("l")).isEqualTo(json("{'looped':4,'done':4,'results':['0:0','1:10','2:20','3:30']}"));
    }

    @Test
    void shouldNameTheLimitOfALoopThatCollects() {
        // given
        var execution =
                new EngineHarness(steps("{'target':6,'collect':1}").graph(), new Limits(100, 1_000_000, 0, 1_000, 5));

        // when
        execution.start();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("collect_limit_exceeded");
        assertThat(execution.header().reason().detail())
                .contains("at most 5 passes", "millrace.orchestrator.limits.collected");
    }

    @Test
    void shouldNameTheLimitOfCollectedBytes() {
        // given
        var workflow = workflow()
                .head("l", "loop", "{'target':50,'collect':'{{$context.data}}'}")
                .branch("i", "variable", "{'value':1}", "l", 0);
        var execution = new EngineHarness(workflow.graph(), new Limits(100, 400, 0));

        // when
        execution.start("{'data':'" + "x".repeat(100) + "'}");

        // then
        assertThat(execution.header().reason().code()).isEqualTo("payload_too_large");
        assertThat(execution.header().reason().detail()).contains("at most 400 bytes", "millrace.limits.payload-bytes");
    }

    @Test
    void shouldStopAtTheLimitOfPassesOnceThoseUnderWayAreFinished() {
        // given
        var execution = new EngineHarness(steps("{'target':9,'parallel':2}").graph(), new Limits(100, 1_000_000, 3));
        execution.start();

        // when
        end(execution, 0, JobStatus.RESOLVED);
        end(execution, 1, JobStatus.RESOLVED);
        end(execution, 2, JobStatus.RESOLVED);

        // then
        assertThat(execution.result("l").path("done").intValue()).isEqualTo(3);
        assertThat(execution.result("l").path("exceeded").booleanValue()).isTrue();
        assertThat(execution.header().reason().code()).isEqualTo("loop_limit_exceeded");
    }

    @Test
    void shouldNameTheLimitOfNodeRuns() {
        // given
        var workflow = workflow().head("l", "loop", "{'target':100}").branch("i", "variable", "{'value':1}", "l", 0);
        var execution = new EngineHarness(workflow.graph(), new Limits(1_000, 1_000_000, 0, 20, 10));

        // when
        execution.start();

        // then
        assertThat(execution.status()).isEqualTo(ExecutionStatus.ERROR);
        assertThat(execution.header().reason().code()).isEqualTo("node_limit_exceeded");
        assertThat(execution.header().reason().detail())
                .contains("at most 20 runs", "millrace.orchestrator.limits.node-runs");
        assertThat(execution.jobs()).hasSize(20);
    }
}
