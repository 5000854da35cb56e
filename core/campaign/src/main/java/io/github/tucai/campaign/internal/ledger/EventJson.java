package io.github.tucai.campaign.internal.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.tucai.failure.TucaiException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Events as JSON. Named by the simple name of their type, so that a stored log does not depend on packages.
 *
 * @param <E> the sealed root of the events
 */
public final class EventJson<E> {
    /** The version of the form that is written now; older ones would be brought up on reading. */
    public static final int SCHEMA = 1;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final Map<String, Class<? extends E>> types;

    EventJson(Class<E> root) {
        this.types = Arrays.stream(root.getPermittedSubclasses())
                .collect(Collectors.toMap(Class::getSimpleName, type -> type.asSubclass(root)));
    }

    byte[] write(Object event) {
        try {
            return MAPPER.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new TucaiException("cannot write an event " + event.getClass().getSimpleName(), e);
        }
    }

    E read(String type, int schema, byte[] json) {
        Class<? extends E> known = types.get(type);
        if (known == null || schema != SCHEMA) {
            throw new TucaiException("the event log holds " + type + " in form " + schema
                    + ", which this version of the library does not know; use a newer one");
        }
        @Nullable E event = null;
        try {
            event = MAPPER.readValue(json, known);
        } catch (IOException e) {
            // Told below: the cause quotes the event's content, which is personal.
        }
        if (event == null) {
            throw new TucaiException("the event log holds a broken " + type);
        }
        return event;
    }
}
