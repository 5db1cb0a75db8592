package org.sanfen.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two proposals of one person for one point become one. */
class ProposedValuesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            another field is added  | {"a":1}         | {"a":0}         | {"b":2}               | {"b":0}               | {"a":1,"b":2}               | {"a":0,"b":0}
            the later value wins    | {"a":1}         | {"a":0}         | {"a":2}               | {"a":0}               | {"a":2}                     | {"a":0}
            a field is emptied      | {"a":1}         | {"a":0}         | {"a":null}            | {"a":0}               | {"a":null}                  | {"a":0}
            a language is added     | {"n":{"en":"N"}}| {"n":{"en":"O"}}| {"n":{"en":"O","ja":"J"}} | {"n":{"en":"O"}} | {"n":{"en":"N","ja":"J"}} | {"n":{"en":"O"}}
            a language said anew    | {"n":{"en":"N"}}| {"n":{"en":"O"}}| {"n":{"en":"M"}}      | {"n":{"en":"O"}}      | {"n":{"en":"M"}}            | {"n":{"en":"O"}}
            one taken away stays so | {"n":{}}        | {"n":{"en":"O"}}| {"n":{"en":"O","ja":"J"}} | {"n":{"en":"O"}} | {"n":{"ja":"J"}}          | {"n":{"en":"O"}}
            others' word is kept    | {"n":{"en":"N"}}| {"n":{"en":"O"}}| {"n":{"en":"O","ja":"J","fr":"F"}} | {"n":{"en":"O","ja":"J"}} | {"n":{"en":"N","ja":"J","fr":"F"}} | {"n":{"en":"O","ja":"J"}}
            a move stays to be seen | {"n":{"en":"N"}}| {"n":{"en":"O"}}| {"n":{"en":"X","fr":"F"}} | {"n":{"en":"X"}} | {"n":{"en":"N","fr":"F"}} | {"n":{"en":"O"}}
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

    private static ObjectNode object(String json) {
        return (ObjectNode) JSON.readTree(json);
    }
}
