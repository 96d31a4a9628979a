package dev.millrace.expressions.query;

import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import dev.millrace.model.json.Json;
import java.util.Collection;

/** Gives JSONPath its values, within a budget. */
final class JsonPathValues extends JacksonJsonNodeJsonProvider {
    JsonPathValues() {
        super(Json.mapper());
    }

    @Override
    public Object getMapValue(Object object, String key) {
        Budget.current().spend(1);
        return super.getMapValue(object, key);
    }

    /** The library waits for the exception; Jackson answers null instead. */
    @Override
    public Object getArrayIndex(Object array, int index) {
        Budget.current().spend(1);
        Object element = super.getArrayIndex(array, index);
        if (element == null) {
            throw new IndexOutOfBoundsException(index);
        }
        return element;
    }

    @Override
    public void setArrayIndex(Object array, int index, Object value) {
        Budget.current().spend(1);
        super.setArrayIndex(array, index, value);
    }

    @Override
    public Collection<String> getPropertyKeys(Object object) {
        Budget.current().spend(length(object));
        return super.getPropertyKeys(object);
    }

    @Override
    public Iterable<?> toIterable(Object array) {
        Budget.current().spend(length(array));
        return super.toIterable(array);
    }
}
