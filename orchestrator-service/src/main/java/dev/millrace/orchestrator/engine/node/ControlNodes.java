package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every node type that runs inside the engine. */
public final class ControlNodes {
    private static final List<ControlNode> ALL = List.of(
            new ConditionNode(),
            new MultiConditionsNode(),
            new LoopNode(),
            new ParallelNode(),
            new VariableNode(),
            new CalculationNode(),
            new DateCalculationNode(),
            new JsonQueryNode(),
            new JsonVariableMappingNode(),
            new DelayNode(),
            new OutputNode(),
            new ResponseNode(),
            new ResponseMessageNode(),
            new SubflowNode(),
            new EndNode());

    private static final Map<String, ControlNode> BY_TYPE = ALL.stream()
            .collect(Collectors.toUnmodifiableMap(node -> node.descriptor().type(), Function.identity()));

    private ControlNodes() {}

    public static Optional<ControlNode> ofType(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static List<NodeTypeDescriptor> descriptors() {
        return ALL.stream().map(ControlNode::descriptor).toList();
    }

    /** Whether the newest result of the type is the output of the execution. */
    public static boolean setsOutput(String type) {
        return type.equals(OutputNode.TYPE);
    }

    /** Whether jobs of the type stay open while their branches run. */
    public static boolean isBranching(String type) {
        return type.equals(LoopNode.TYPE) || type.equals(ParallelNode.TYPE);
    }
}
