package org.sanfen.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two proposals of one person for one point become one, and two states are compared by what they say. */
class ProposedValuesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another field is added  | {"a":1} | {"a":0} | {"b":2}    | {"b":0} | {"a":1,"b":2} | {"a":0,"b":0}
            the later value wins    | {"a":1} | {"a":0} | {"a":2}    | {"a":3} | {"a":2}       | {"a":3}
            a field is emptied      | {"a":1} | {"a":0} | {"a":null} | {"a":0} | {"a":null}    | {"a":0}
            it was emptied meantime | {"a":1} | {"a":0} | {"a":2}    | {}      | {"a":2}       | {}
            """)
    void aSecondProposalIsAddedToTheFirst(
            String name, String first, String firstBase, String second, String present, String values, String base) {
        Proposal earlier = new Proposal(
                1,
                "town",
                "aaaaaaa",
                1,
                object(first),
                object(firstBase),
                null,
                null,
                ProposalState.SUBMITTED,
                1,
                1,
                null,
                null,
                null,
                null);
        ProposedValues.Union union = ProposedValues.union(earlier, object(second), object(present));
        assertThat(union.values()).isEqualTo(object(values));
        assertThat(union.base()).isEqualTo(object(base));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"a":7}           | {"a":7.0}         | true
            {"a":null}        | {}                | true
            {"a":{"b":[1.0]}} | {"a":{"b":[1]}}   | true
            {"a":"7"}         | {"a":7}           | false
            {"a":{"b":[1,2]}} | {"a":{"b":[2,1]}} | false
            """)
    void numbersAreComparedByValueAndNothingIsNull(String one, String other, boolean same) {
        assertThat(ProposedValues.differing(Set.of("a"), object(one), object(other))
                        .isEmpty())
                .isEqualTo(same);
    }

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
