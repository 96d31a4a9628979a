package dev.millrace.expressions.query;

import io.burt.jmespath.Adapter;
import io.burt.jmespath.function.FunctionArgument;
import io.burt.jmespath.function.JoinFunction;
import java.util.List;

/** {@code join}, whose answer can be far longer than all it is given. */
final class JmesPathJoinFunction extends JoinFunction {
    @Override
    protected <T> T callFunction(Adapter<T> runtime, List<FunctionArgument<T>> arguments) {
        long glue = runtime.toString(arguments.get(0).value()).length();
        long characters = 0;
        for (T part : runtime.toList(arguments.get(1).value())) {
            characters += glue + runtime.toString(part).length();
        }
        Budget.current().spendText(characters);
        return super.callFunction(runtime, arguments);
    }

    @Override
    public String name() {
        return "join";
    }
}
