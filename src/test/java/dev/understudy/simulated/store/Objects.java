package dev.understudy.simulated.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Small objects for tests, written as JSON with single quotes; a tilde is a quote within a text. */
public final class Objects {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Objects() {}

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"').replace("~", "\\\""));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    public static ObjectNode namespace(String name) {
        return json("{'metadata':{'name':'" + name + "'}}");
    }

    public static ObjectNode configMap(String namespace, String name) {
        return json("{'metadata':{'namespace':'" + namespace + "','name':'" + name + "'},'data':{'colour':'blue'}}");
    }

    public static ObjectNode deployment(String namespace, String name, int replicas) {
        return json("""
                {'metadata':{'namespace':'%s','name':'%s','labels':{'app':'%s'}},
                 'spec':{'replicas':%d,'selector':{'matchLabels':{'app':'%s'}},
                  'template':{'metadata':{'labels':{'app':'%s'}},
                   'spec':{'containers':[{'name':'main','image':'shop/main:1'}]}}}}
                """.formatted(namespace, name, name, replicas, name, name));
    }

    public static ObjectNode pod(String namespace, String name, String node) {
        return json("""
                {'metadata':{'namespace':'%s','name':'%s'},
                 'spec':{'nodeName':'%s','containers':[{'name':'main','image':'shop/main:1'}]}}
                """.formatted(namespace, name, node));
    }
}
