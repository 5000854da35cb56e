package io.github.tucai.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class JsonMembersProperties {
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            quoted.append(String.format("\\u%04x", (int) c));
        }
        return quoted.append('"').toString();
    }

    @Property(tries = 200)
    void membersAreReadBack(@ForAll Map<String, String> members) {
        StringBuilder json = new StringBuilder(" {");
        members.forEach((name, value) -> json.append(json.length() == 2 ? "" : " ,\n")
                .append(quoted(name))
                .append(" : ")
                .append(quoted(value)));
        assertThat(JsonMembers.read(json.append("} ").toString())).isEqualTo(members);
    }

    @Property(tries = 1000)
    void anythingElseIsRefusedInOneWay(@ForAll String text) {
        try {
            assertThat(JsonMembers.read("{" + text)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessage("not a JSON object");
        }
    }

    @Example
    void plainMembersAreKeptAndOthersSteppedOver() {
        assertThat(JsonMembers.read(
                        "{\"a\":-1.5e3,\"b\":[1,{\"c\":\"]\"},[]],\"d\":{\"e\":{}},\"f\":true,\"g\":\"\\n\\\"\"}"))
                .isEqualTo(Map.of("a", "-1.5e3", "f", "true", "g", "\n\""));
        for (String bad :
                new String[] {"{\"a\":01}", "{\"a\":tru}", "{\"a\"}", "{\"a\":1,}", "{\"\\u00g0\":1}", "{}x"}) {
            assertThatThrownBy(() -> JsonMembers.read(bad)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
