"""Reads what people say of somebody new: name, age, work, places, people, temper and looks, in English and, as far as
single words go, in German. What the text leaves open is drawn."""
