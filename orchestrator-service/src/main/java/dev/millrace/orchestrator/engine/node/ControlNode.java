package dev.millrace.orchestrator.engine.node;

import dev.millrace.model.descriptor.NodeTypeDescriptor;
import dev.millrace.model.document.NodeDocument;

/** A node type that runs inside the engine: what it is and what it does, in one file. */
public interface ControlNode {
    NodeTypeDescriptor descriptor();

    /**
     * Makes the node's config ready to run. Never throws: a config that says nothing sensible compiles to a behaviour that
     * fails with what is wrong.
     */
    Behaviour compile(NodeDocument node, Compiler compiler);
}
