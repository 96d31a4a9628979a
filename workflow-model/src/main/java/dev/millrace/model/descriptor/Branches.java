package dev.millrace.model.descriptor;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The branches a node type allows, besides the error branch that every type has.
 *
 * @param fixed the allowed numbers with their titles; empty for none
 * @param open whether any other number from 0 on is allowed too (parallel, multi-conditions)
 * @param minimum how many branches a node of the type must have
 * @param scope names under {@code $scopes.<node key>} inside the branches, empty for none (loop: item, index, …)
 */
public record Branches(
        @JsonProperty("fixed") List<Branch> fixed,
        @JsonProperty("open") boolean open,
        @JsonProperty("minimum") int minimum,
        @JsonProperty("scope") List<String> scope) {

    public static final Branches NONE = new Branches(List.of(), false, 0, List.of());

    public Branches {
        fixed = fixed == null ? List.of() : List.copyOf(fixed);
        scope = scope == null ? List.of() : List.copyOf(scope);
    }

    public boolean allows(int number) {
        return fixed.stream().anyMatch(branch -> branch.index() == number) || (open && number >= 0);
    }

    public record Branch(
            @JsonProperty("index") int index,
            @JsonProperty("title") String title) {}
}
