package dev.millrace.rest;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows the methods of each path: the framework refuses one that a path has not, but does not say which it has. */
@Provider
@Singleton
public class AllowedMethods implements DynamicFeature {
    /** A parameter of a path, and the pattern of its own that it may have. */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+?)\\s*)?}");

    private static final String ONE_SEGMENT = "[^/]+";

    private final List<Endpoint> endpoints = new CopyOnWriteArrayList<>();

    private record Endpoint(String method, Pattern path) {}

    @Override
    public void configure(ResourceInfo resource, FeatureContext unused) {
        var path = pattern(path(resource.getResourceClass()) + path(resource.getResourceMethod()));
        Stream.of(resource.getResourceMethod().getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(method -> method != null)
                .forEach(method -> endpoints.add(new Endpoint(method.value(), path)));
    }

    private static String path(AnnotatedElement part) {
        var path = part.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    private static Pattern pattern(String template) {
        var single = template.replaceAll("/+", "/").replaceAll("/$", "");
        var pattern = new StringBuilder();
        int from = 0;
        var parameters = PARAMETER.matcher(single);
        while (parameters.find()) {
            pattern.append(Pattern.quote(single.substring(from, parameters.start())))
                    .append('(')
                    .append(parameters.group(1) == null ? ONE_SEGMENT : parameters.group(1))
                    .append(')');
            from = parameters.end();
        }
        return Pattern.compile(pattern + Pattern.quote(single.substring(from)) + "/?");
    }

    /** In the order of the alphabet. The framework answers {@code OPTIONS} everywhere, and {@code HEAD} where there is {@code GET}. */
    Set<String> of(String path) {
        var methods = new TreeSet<String>();
        endpoints.stream()
                .filter(endpoint -> endpoint.path().matcher(path).matches())
                .forEach(endpoint -> methods.add(endpoint.method()));
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        methods.add(HttpMethod.OPTIONS);
        return methods;
    }
}
