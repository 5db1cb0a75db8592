/**
 * Points chosen in the editor as a file to take away, one class a format. Points come from
 * {@link org.sanfen.directory.SelectedPoints} a page at a time and go out as they come, so that a country takes no more
 * memory than a village. The columns of CSV, XLSX and GeoPackage are the names that imports know their fields by: what was
 * exported comes in again and changes nothing. What the public may take is {@code directory}'s open data.
 */
package org.sanfen.exchange.export;
