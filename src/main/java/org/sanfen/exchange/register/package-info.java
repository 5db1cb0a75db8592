/**
 * Turns the file of a register (CSV, XLSX, GeoJSON, GeoPackage, KML, the points of an OpenStreetMap extract) into rows of the
 * directory and says what is wrong with each. Knows neither Spring nor the place's database: {@code exchange} gives it the
 * place's outline and stages what it reads.
 */
@org.springframework.modulith.NamedInterface("register")
package org.sanfen.exchange.register;
