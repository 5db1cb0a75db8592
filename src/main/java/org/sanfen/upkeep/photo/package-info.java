/**
 * Pictures that strangers send: bytes come in, a small JPEG of nothing but pixels goes out, or a reason why not. Bounded in
 * memory whatever a file claims. Pure: neither Spring nor SQL nor HTTP.
 */
package org.sanfen.upkeep.photo;
