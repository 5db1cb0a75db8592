/**
 * What the texts of files are written in: their encoding, and the words by which they call columns and values, which tell an
 * encoding too. Pure and stateless; {@code exchange.register} and {@code exchange.vector} read with it.
 */
@org.springframework.modulith.NamedInterface("text")
package org.sanfen.exchange.text;
