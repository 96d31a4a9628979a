package dev.millrace.expressions.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.burt.jmespath.Adapter;
import io.burt.jmespath.function.FunctionArgument;
import io.burt.jmespath.function.ToStringFunction;
import java.util.List;

/** {@code to_string}: a value that holds itself many times over is short until it is written. */
final class JmesPathToStringFunction extends ToStringFunction {
    @Override
    protected <T> T callFunction(Adapter<T> runtime, List<FunctionArgument<T>> arguments) {
        if (arguments.get(0).value() instanceof JsonNode value) {
            weigh(value, Budget.current());
        }
        return super.callFunction(runtime, arguments);
    }

    private static void weigh(JsonNode value, Budget budget) {
        budget.spend(1);
        value.forEach(child -> weigh(child, budget));
    }

    @Override
    public String name() {
        return "to_string";
    }
}
