package dev.understudy.simulated.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.simulated.contract.Requests.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A contract about a kind that the test itself defines, in a group of its own. */
abstract class GadgetContract extends ServerContract {
    static final String DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

    String group = "";
    /** The path of the gadgets in the test's namespace. */
    String gadgets = "";

    String definition = "";

    @SuppressWarnings("NullAway.Init")
    Requests requests;

    @BeforeEach
    void defineGadgets() {
        group = namespace + ".example.com";
        gadgets = "/apis/" + group + "/v1/namespaces/" + namespace + "/gadgets";
        definition = "gadgets." + group;
        requests = new Requests(client, namespace);
        client.load(new ByteArrayInputStream(definitionText().getBytes(StandardCharsets.UTF_8)))
                .create();
        eventually(() -> assertThat(requests.get(gadgets).code()).isEqualTo(200));
    }

    @AfterEach
    void dropDefinition() {
        if (client != null) {
            client.apiextensions()
                    .v1()
                    .customResourceDefinitions()
                    .withName(definition)
                    .delete();
        }
    }

    String definitionText() {
        try (InputStream text = GadgetContract.class.getResourceAsStream("gadgets.yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).replace("GROUP", group);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Creates a gadget; {@code spec} in JSON with apostrophes. */
    Answer create(String name, String spec) {
        return requests.post(gadgets, gadget(name, spec));
    }

    String gadget(String name, String spec) {
        return "{'apiVersion':'" + group + "/v1','kind':'Gadget','metadata':{'name':'" + name + "'},'spec':" + spec
                + "}";
    }
}
